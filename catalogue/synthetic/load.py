"""Products by the thousand, with producers, stock and certificates, written straight into the tables."""

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import models, transaction
from oscar.core.loading import get_model

from catalogue.loading.reference import PRODUCT_CLASS
from catalogue.models import Category, Certificate, LabelContents, Product, RuleSet, SaleRule
from catalogue.pictures import designed, draw, ensure_band
from core.art.pictures import PictureSpec, default_spec
from core.data_files import DataFileError
from core.generations import CATALOGUE, bump
from producers.models import Partner, StockRecord
from regions.models import OldCommune

from .labels import LabelMaker
from .papers import PaperMaker
from .tables import Row, Table, finish, next_id, without_stock_triggers
from .words import THINGS, WAYS

#: Sets of alcohol: shown, so without price and stock.
ALCOHOL = frozenset({14, 15})
CHUNK = 5_000
_PRICES = (19_000, 38_000, 59_000, 85_000, 120_000, 189_000, 260_000, 450_000, 1_200_000)
_GRAMS = (100, 200, 250, 300, 500, 1000)
_PICTURES_PER_SET = 4


@dataclass(frozen=True)
class SyntheticLoad:
    """What was written, and in how many seconds; drawing pictures is not part of them."""

    products: int
    producers: int
    certificates: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Products written in a second, their stock and certificates included."""
        return self.products / self.seconds


def load_synthetic(
    progress: Callable[[str], None], *, products: int, producers: int, seed: int, day: date
) -> SyntheticLoad:
    """Add invented products, about 60 of 100 with a certificate in force on `day`, all marked as fictional.

    The same seed on the same tables makes the same catalogue.

    Args:
        progress: Called with a line after each chunk, with the rate and the time left.
        products: How many to add, at least 1.
        producers: How many producers to add and to spread them over, at least 1.
        seed: Of the dice.
        day: From which dates are counted back.

    Raises:
        DataFileError: The reference data is not loaded.
    """
    with transaction.atomic():
        maker = _Maker(random.Random(f"{seed}"), day)
        begun = time.monotonic()
        made = maker.make_producers(producers)
        done = certificates = 0
        with without_stock_triggers():
            while done < products:
                count = min(CHUNK, products - done)
                certificates += maker.make_products(made, count)
                done += count
                rate = done / (time.monotonic() - begun)
                left = (products - done) / rate
                progress(f"{done} of {products} products, {rate:.0f} a second, {left:.0f} s left")
        finish(Partner, Product, StockRecord, Certificate, LabelContents)
        seconds = time.monotonic() - begun
        bump(CATALOGUE)
    pictures = sum(draw(spec) for specs in maker.pictures.values() for spec in specs)
    bands = sum(ensure_band(producer) for producer in Partner.objects.filter(pk__in=made))
    progress(f"{pictures} pictures and {bands} bands drawn")
    return SyntheticLoad(products, len(made), certificates, seconds)


class _Maker:
    """Rolls the dice and writes the rows."""

    def __init__(self, dice: random.Random, day: date) -> None:
        self._dice = dice
        self._day = day
        self._sets = {
            category.set_number: category for category in Category.objects.filter(set_number__isnull=False)
        }
        self._branches = {number: category.get_parent().pk for number, category in self._sets.items()}
        self._communes = [
            (commune.pk, commune.units.all()[0].pk, commune.district_id)
            for commune in OldCommune.objects.filter(district__isnull=False).prefetch_related("units")
        ]
        if not self._communes or not SaleRule.objects.exists() or not RuleSet.objects.exists():
            raise DataFileError("load_reference", None, "sets, rules and units are not loaded yet")
        self.pictures = {number: _pictures_of(number) for number in THINGS}
        self._looks = {
            number: [json.dumps(designed(spec), ensure_ascii=False) for spec in specs]
            for number, specs in self.pictures.items()
        }
        product_class = get_model("catalogue", "ProductClass").objects.get(slug=PRODUCT_CLASS)
        self._products = Table(
            Product,
            structure=Product.STANDALONE,
            product_class_id=product_class.pk,
            is_demo=True,
            net_unit=Product.NetUnit.GRAM.value,
        )
        self._stock = Table(StockRecord, price_currency="VND", num_allocated=0)
        self._papers = PaperMaker(dice, day)
        self._labels = LabelMaker({number: each for number, each in self._sets.items() if number}, day)

    def make_producers(self, count: int) -> list[int]:
        """Write producers in communes of the region; return their primary keys."""
        first = next_id(Partner)
        number = (Partner.objects.aggregate(last=models.Max("running_number"))["last"] or 0) + 1
        table = Table(Partner, is_demo=True, standing=Partner.Standing.ACTIVE.value)
        kinds = [kind.value for kind in Partner.Kind if kind != Partner.Kind.UNKNOWN]
        rows = []
        for offset in range(count):
            commune, unit, district = self._dice.choice(self._communes)
            rows.append(
                table.row(
                    id=first + offset,
                    code=f"thu-tai-{first + offset}",
                    name=f"Cơ sở thử tải {first + offset}",
                    slug=f"co-so-thu-tai-{first + offset}",
                    folded=f"co so thu tai {first + offset}",
                    running_number=number + offset,
                    kind=self._dice.choice(kinds),
                    unit_id=unit,
                    old_commune_id=commune,
                    district_id=district,
                )
            )
        table.insert(rows)
        return list(range(first, first + count))

    def make_products(self, producers: list[int], count: int) -> int:
        """Write products with stock and certificates; return how many certificates."""
        first, first_record = next_id(Product), next_id(StockRecord)
        products: list[Row] = []
        records: list[Row] = []
        papers: list[Row] = []
        labels: list[Row] = []
        for pk in range(first, first + count):
            number = self._dice.randint(1, 26)
            producer = self._dice.choice(producers)
            price = None if number in ALCOHOL else self._dice.choice(_PRICES)
            stock = 0 if price is None else max(0, self._dice.randint(-20, 300))
            paper = self._papers.paper_of(pk)
            stars, last_day = paper.star if paper and paper.star else (None, None)
            described = self._described(pk, number)
            labels.append(
                self._labels.label_of(pk, number, str(described["title_vi"]), str(described["title_en"]))
            )
            products.append(
                self._products.row(
                    id=pk,
                    producer_id=producer,
                    price_from=price,
                    price_to=price,
                    available=stock,
                    stars_today=stars,
                    certified_until=last_day,
                    **self._labels.sale_of(number),
                    **described,
                )
            )
            if price is not None:
                records.append(
                    self._stock.row(
                        id=first_record + len(records),
                        product_id=pk,
                        partner_id=producer,
                        partner_sku=f"THU-TAI-{pk}",
                        price=str(price),
                        num_in_stock=stock,
                    )
                )
            if paper:
                papers.append(paper.row)
        self._products.insert(products)
        self._stock.insert(records)
        self._papers.insert(papers)
        self._labels.insert(labels)
        return len(papers)

    def _described(self, pk: int, number: int) -> dict[str, object]:
        """Return texts, pack and picture of a product of one set."""
        thing, way, net = (
            self._dice.choice(THINGS[number]),
            self._dice.choice(WAYS),
            self._dice.choice(_GRAMS),
        )
        title_vi, title_en = f"{thing.vi} {way.vi} {pk}", f"{thing.en}, {way.en} {pk}"
        slug_vi, slug_en = f"{thing.slug_vi}-{way.slug_vi}-{pk}", f"{thing.slug_en}-{way.slug_en}-{pk}"
        about = "Sản phẩm hư cấu để thử tải."
        return {
            "title": title_vi,
            "title_vi": title_vi,
            "title_en": title_en,
            "slug": slug_vi,
            "slug_vi": slug_vi,
            "slug_en": slug_en,
            "description": about,
            "description_vi": about,
            "description_en": "An invented product for load work.",
            "folded": f"{thing.folded_vi} {way.folded_vi} {pk} {thing.folded_en} {way.folded_en} {pk}",
            "ocop_set_id": self._sets[number].pk,
            "branch_id": self._branches[number],
            "net_quantity": net,
            "shipping_weight_grams": net + 60,
            "picture_spec": self._looks[number][pk % _PICTURES_PER_SET],
        }


def _pictures_of(number: int) -> list[PictureSpec]:
    """Choose some pictures that all products of a set share."""
    things = THINGS[number]
    return [
        default_spec(number, None, things[turn % len(things)].vi, f"thu-tai-{number * 7 + turn}", "moi-xa", 0)
        for turn in range(_PICTURES_PER_SET)
    ]
