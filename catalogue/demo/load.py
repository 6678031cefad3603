"""Writing the demo shops: producers, products, pack sizes, stock and certificates."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction
from oscar.core.loading import get_model

from catalogue.loading.changes import save_if_changed
from catalogue.loading.reference import PRODUCT_CLASS
from catalogue.models import Category, Product, ProductTaxTreatment
from catalogue.pictures import designed
from core.art.pictures import PictureSpec
from core.data_files import DataFileError
from producers.models import Partner, SellerTaxTreatment, StockRecord
from regions.models import OldCommune, Unit

from .papers import load_papers
from .passports import load_passport, load_producer_papers
from .reading import SHOPS, read_shops
from .shapes import DemoProduct, Look, Pack, Shop

TAXED_SINCE = date(2026, 1, 1)
TAX_BASIS = "Trình diễn"


@dataclass
class DemoCounts:
    """What was written or found: products, pack sizes, stock, certificates, lots and papers."""

    producers: int = 0
    products: int = 0
    sizes: int = 0
    stock_records: int = 0
    certificates: int = 0
    lots: int = 0
    papers: int = 0


def load_demo(progress: Callable[[str], None], day: date, folder: Path = SHOPS) -> DemoCounts:
    """Bring the demo shops in line with their files, all dates counted back from `day`.

    Running it again on the same day changes nothing, on a later day it moves the dates. What was sold
    meanwhile stays sold; a product that its file no longer names is hidden, since orders may point at it.

    Args:
        progress: Called with one finished line after each shop, for the reader of a long command.
        day: The day of loading.
        folder: Where the files of the shops lie.

    Raises:
        DataFileError: A file is broken or names something unknown; the tables are as they were.
    """
    shops = read_shops(folder)
    counts = DemoCounts()
    with transaction.atomic():
        sets = {
            category.set_number: category for category in Category.objects.filter(set_number__isnull=False)
        }
        if not sets or not Unit.objects.exists():
            raise DataFileError(
                folder.name, None, "sets and units are not loaded yet: load_reference comes first"
            )
        for shop in shops:
            _ShopLoader(shop, sets, day, counts).load()
            progress(f"{shop.name}: {len(shop.products)} products")
    return counts


class _ShopLoader:
    """Writes one shop."""

    def __init__(self, shop: Shop, sets: dict[int | None, Category], day: date, counts: DemoCounts) -> None:
        self._shop = shop
        self._sets = sets
        self._day = day
        self._counts = counts
        self._class = get_model("catalogue", "ProductClass").objects.get(slug=PRODUCT_CLASS)

    def load(self) -> None:
        producer = self._load_producer()
        written = [
            self._load_product(producer, product, number)
            for number, product in enumerate(self._shop.products, start=1)
        ]
        gone = producer.products.filter(parent__isnull=True).exclude(
            pk__in=[product.pk for product in written]
        )
        gone.update(is_public=False)
        pairs = list(zip(written, self._shop.products, strict=True))
        self._counts.papers += load_producer_papers(producer, pairs, self._day)
        self._counts.producers += 1

    def _load_producer(self) -> Partner:
        shop = self._shop
        old_commune = OldCommune.objects.filter(pk=shop.old_commune, units=shop.unit).first()
        if old_commune is None:
            raise DataFileError(
                shop.code, None, f"commune {shop.old_commune} did not become unit {shop.unit}"
            )
        producer = Partner.objects.filter(code=shop.code).first() or Partner(code=shop.code, is_demo=True)
        if not producer.is_demo:
            raise DataFileError(shop.code, None, f"{producer.name} is no demo producer")
        save_if_changed(
            producer,
            name=shop.name,
            kind=shop.kind,
            standing=Partner.Standing.ACTIVE,
            is_demo=True,
            unit=Unit.objects.get(pk=shop.unit),
            old_commune=old_commune,
            district=old_commune.district,
            street=shop.street,
            founded_year=shop.founded,
            legal_name=shop.legal_name,
            # Ten noughts: a number of the right length that nobody has.
            registration_number="0000000000",
            tax_code="0000000000",
            representative=shop.representative,
            phone=shop.phone,
            email=f"{shop.code}@example.vn",
            tagline_vi=shop.tagline.vi,
            tagline_en=shop.tagline.en,
            story_vi=shop.story.vi,
            story_en=shop.story.en,
        )
        if shop.vat is not None:
            SellerTaxTreatment.objects.update_or_create(
                producer=producer,
                valid_from=TAXED_SINCE,
                defaults={"rate_percent": shop.vat, "basis": TAX_BASIS},
            )
        return producer

    def _load_product(self, producer: Partner, made: DemoProduct, number: int) -> Product:
        if made.ocop_set not in self._sets:
            raise DataFileError(self._shop.code, None, f"there is no set {made.ocop_set}")
        # Made from the title, not from its place in the file: a product put in between moves no number.
        sku = f"{self._shop.code}-{hashlib.sha256(made.title.vi.encode()).hexdigest()[:5]}".upper()
        product = self._known(producer, sku, made) or Product(product_class=self._class)
        save_if_changed(
            product,
            structure=Product.PARENT if made.has_sizes else Product.STANDALONE,
            title_vi=made.title.vi,
            title_en=made.title.en,
            description_vi=made.about.vi,
            description_en=made.about.en,
            story_vi=made.story.vi,
            story_en=made.story.en,
            producer=producer,
            ocop_set=self._sets[made.ocop_set],
            branch=self._sets[made.ocop_set].get_parent(),
            is_public=True,
            is_demo=True,
            **({} if made.has_sizes else _contents(made.packs[0])),
            **({"picture_spec": self._picture(made.look, producer)} if made.look else {}),
        )
        if made.has_sizes:
            sizes = [self._load_size(product, pack) for pack in made.packs]
            for index, (size, pack) in enumerate(zip(sizes, made.packs, strict=True), start=1):
                self._load_stock(size, pack, f"{sku}-{index}")
        else:
            sizes = [product]
            self._load_stock(product, made.packs[0], sku)
        if made.vat is not None:
            ProductTaxTreatment.objects.update_or_create(
                product=product,
                valid_from=TAXED_SINCE,
                defaults={"rate_percent": made.vat, "basis": TAX_BASIS},
            )
        self._counts.lots += load_passport(product, made, sizes, self._day)
        self._counts.certificates += load_papers(product, made.papers, number, self._day)
        self._counts.products += 1
        return product

    def _known(self, producer: Partner, sku: str, made: DemoProduct) -> Product | None:
        """Find the product of an earlier load, also where its title was edited since."""
        record = (
            producer.stockrecords.filter(partner_sku__in=[sku, f"{sku}-1"]).select_related("product").first()
        )
        if record is not None:
            found: Product = record.product.parent or record.product
            return found
        return producer.products.filter(parent__isnull=True, title_vi=made.title.vi).first()

    def _load_size(self, parent: Product, pack: Pack) -> Product:
        size = parent.children.filter(pack_label_vi=pack.vi).first()
        size = size or Product(structure=Product.CHILD, parent=parent, title_vi="")
        save_if_changed(size, pack_label_vi=pack.vi, pack_label_en=pack.en, is_public=True, **_contents(pack))
        self._counts.sizes += 1
        return size

    def _load_stock(self, product: Product, pack: Pack, sku: str) -> None:
        if pack.price is None:
            return
        record = StockRecord.objects.filter(product=product).first()
        record = record or StockRecord(
            product=product, partner=product.producer, num_in_stock=pack.stock, price_currency="VND"
        )
        save_if_changed(record, partner_sku=sku, price=pack.price)
        self._counts.stock_records += 1

    def _picture(self, look: Look, producer: Partner) -> dict[str, object]:
        try:
            spec = PictureSpec(
                kind=look.kind,
                pack=look.pack,
                field=look.field,
                window=look.window,
                words=look.words,
                ingredient=look.ingredient,
                band_code=producer.code,
                band_number=producer.running_number,
            )
        except ValueError as error:
            raise DataFileError(self._shop.code, None, f"a picture cannot be drawn: {error}") from error
        return designed(spec)


def _contents(pack: Pack) -> dict[str, object]:
    return {
        "net_quantity": pack.net,
        "net_unit": pack.unit,
        "shipping_weight_grams": pack.packed or None,
    }
