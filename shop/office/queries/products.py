"""A shop's products with their prices and stock, and how each stands with buyers."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalogue.cards import LOW_STOCK
from catalogue.models import FOR_SALE, LabelRule, Product, SaleMode, SaleRule
from catalogue.passport.completeness import label_of, missing_on
from catalogue.pictures import picture_url
from producers.models import Partner, StockRecord


class Standing(models.TextChoices):
    """How a product stands with buyers, the worst first."""

    HIDDEN = "hidden", gettext_lazy("Hidden from visitors")
    SHOWN = "shown", gettext_lazy("Shown, not for sale")
    INCOMPLETE = "incomplete", gettext_lazy("Not for sale: the label is incomplete")
    NOT_OFFERED = "not-offered", gettext_lazy("Ready, not yet offered for sale")
    UNPRICED = "unpriced", gettext_lazy("No price yet")
    SOLD_OUT = "sold-out", gettext_lazy("Sold out")
    ON_SALE = "on-sale", gettext_lazy("For sale")


class Shortage(models.TextChoices):
    """What a list of stock can be narrowed to."""

    LOW = "low", gettext_lazy("Running low")
    SOLD_OUT = "sold-out", gettext_lazy("Sold out")
    UNPRICED = "unpriced", gettext_lazy("No price yet")


@dataclass(frozen=True, slots=True)
class StockLine:
    """One size of a product: what it costs, and how many are there.

    Attributes:
        name: Of the product, with the size.
        pack: The size alone, or "".
        price: Đồng, or None.
        stock, reserved: Packs in the house, and how many of them are promised to buyers.
        is_offered: Whether visitors see it among what may be bought.
    """

    record_id: int
    name: str
    pack: str
    price: int | None
    stock: int
    reserved: int
    is_offered: bool

    @property
    def left(self) -> int:
        """Packs that can still be sold."""
        return self.stock - self.reserved

    @property
    def is_low(self) -> bool:
        """Say whether buyers are told that few are left."""
        return 0 < self.left < LOW_STOCK

    @property
    def shortage(self) -> Shortage | None:
        """What is short, of what is offered; `shortages()` asks the database the same."""
        if not self.is_offered:
            return None
        if self.price is None:
            return Shortage.UNPRICED
        if self.left <= 0:
            return Shortage.SOLD_OUT
        return Shortage.LOW if self.is_low else None

    @property
    def words(self) -> str:
        """What is left, in words; nothing while there is plenty."""
        if self.left <= 0:
            return _("Sold out")
        if self.is_low:
            return ngettext("Only %(count)s left", "Only %(count)s left", self.left) % {"count": self.left}
        return ""


@dataclass(frozen=True, slots=True)
class ShopProduct:
    """A product as its own shop sees it."""

    title: str
    url: str
    picture_url: str
    standing: Standing
    lines: list[StockLine]
    #: What the label lacks by law, in words; asked only of what is not on sale.
    missing: tuple[str, ...] = ()


def products_of(producer: Partner, shortage: Shortage | None, day: date) -> "models.QuerySet[Product]":
    """Return the shop's products, whatever their standing; pack sizes come with their parents.

    Args:
        producer: Whose.
        shortage: Keep those of which a size falls short in this way, among what may be sold on `day`.
        day: For the sale rules.
    """
    products = Product.objects.filter(
        producer=producer, listing=Product.Listing.LISTED, parent__isnull=True
    ).order_by("title_vi", "pk")
    if shortage is None:
        return products
    own = shortages(producer, shortage, day)
    return products.filter(
        Exists(own.filter(product=OuterRef("pk"))) | Exists(own.filter(product__parent=OuterRef("pk")))
    )


def shortages(producer: Partner, shortage: Shortage, day: date) -> "models.QuerySet[Any]":
    """Return the stock records of what is shown and may be sold that fall short in one way."""
    for_sale = [pk for pk, mode in SaleRule.modes_on(day).items() if mode in FOR_SALE]
    left = F("num_in_stock") - F("num_allocated")
    records = StockRecord.objects.annotate(left=left).filter(
        Q(product__parent__isnull=True) | Q(product__parent__is_public=True),
        partner=producer,
        product__is_public=True,
        product__ocop_set__in=for_sale,
        product__for_sale_until__gte=day,
    )
    if shortage == Shortage.UNPRICED:
        return records.filter(price__isnull=True)
    if shortage == Shortage.SOLD_OUT:
        return records.filter(left__lte=0, price__isnull=False)
    return records.filter(left__gt=0, left__lt=LOW_STOCK, price__isnull=False)


def read_along(products: "models.QuerySet[Product]") -> "models.QuerySet[Product]":
    """Read labels along, stock and pack sizes in three more queries, whatever the number of products."""
    sizes = Product.objects.order_by("net_quantity", "pk").prefetch_related("stockrecords")
    labelled = products.select_related("label__declaration_exemption")
    return labelled.prefetch_related("stockrecords", Prefetch("children", sizes))


def shop_products(products: Iterable[Product], day: date) -> list[ShopProduct]:
    """Return products, read by `read_along`, as their own shop sees them."""
    modes = SaleRule.modes_on(day)
    products = list(products)
    rules: dict[int, list[LabelRule]] = defaultdict(list)
    for rule in LabelRule.objects.filter(ocop_set__in={product.ocop_set_id for product in products}):
        rules[rule.ocop_set_id].append(rule)
    return [
        _shop_product(
            product,
            modes.get(product.ocop_set_id or 0, SaleMode.SHOW),
            rules[product.ocop_set_id or 0],
            day,
        )
        for product in products
    ]


def _shop_product(product: Product, mode: SaleMode, rules: list[LabelRule], day: date) -> ShopProduct:
    sells = bool(product.is_public) and mode in FOR_SALE
    sizes = product.children.all() if product.structure == Product.PARENT else [product]
    lines = [
        line_of(
            record,
            product.title,
            size.pack_label or "",
            is_offered=sells and bool(size.is_public) and size.is_published_on(day),
        )
        for size in sizes
        for record in size.stockrecords.all()
    ]
    missing: tuple[str, ...] = ()
    if sells and not product.is_published_on(day):
        packs = [size for size in sizes if size.is_public]
        found = missing_on(day, product, label_of(product), packs, rules)
        missing = tuple(each.words for each in found)
    return ShopProduct(
        title=product.title,
        url=product.get_absolute_url() if product.is_public else "",
        picture_url=picture_url(product),
        standing=standing_of(product, mode, lines, missing, day),
        lines=lines,
        missing=missing,
    )


def line_of(record: StockRecord, title: str, pack: str, *, is_offered: bool) -> StockLine:
    """Return one stock record as an office shows it."""
    return StockLine(
        record_id=record.pk,
        name=f"{title}, {pack}" if pack else title,
        pack=pack,
        price=None if record.price is None else int(record.price),
        stock=record.num_in_stock,
        reserved=record.num_allocated,
        is_offered=is_offered,
    )


def standing_of(
    product: Product, mode: SaleMode, lines: Collection[StockLine], missing: Collection[str], day: date
) -> Standing:
    """Say how a product stands with buyers; of several sizes the best one counts."""
    if not product.is_public:
        return Standing.HIDDEN
    if mode not in FOR_SALE:
        return Standing.SHOWN
    if not product.is_published_on(day):
        return Standing.INCOMPLETE if missing else Standing.NOT_OFFERED
    priced = [line for line in lines if line.price is not None]
    if not priced:
        return Standing.UNPRICED
    return Standing.ON_SALE if any(line.left > 0 for line in priced) else Standing.SOLD_OUT
