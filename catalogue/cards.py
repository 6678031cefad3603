"""Product cards: what one cell of a grid shows, filled from few queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.badges import NO_BADGE, PressLine, StarBadge, badge_of, last_word_on, press_line
from catalogue.kept import shown_modes_on
from catalogue.models import (
    Certificate,
    PressReport,
    Product,
    ProductQuerySet,
    SaleMode,
)
from catalogue.photos import photos_of
from catalogue.pictures import picture_alt, picture_url
from catalogue.unit_prices import unit_price
from core.page_parts import Photo
from producers.models import Partner
from regions.words import name_words, unit_words

#: "Only 4 left" is said below this number of packs.
LOW_STOCK = 10
#: Sets 1 to 3, fresh and raw food: compared by the kilogram.
SETS_BY_KILOGRAM = frozenset({1, 2, 3})


@dataclass(frozen=True, slots=True)
class ProductCard:
    """One cell of a product grid; prices in đồng, VAT included."""

    title: str
    url: str
    picture_url: str
    picture_alt: str
    producer_name: str
    producer_url: str
    place: str
    price: int | None
    unit_price: int | None
    unit_basis: str
    unit_price_is_from: bool
    price_is_from: bool
    stock_left: int | None
    is_sold_out: bool
    badge: StarBadge
    press: PressLine | None
    is_demo: bool
    sale_mode: str
    tag: str = ""
    #: In the place of the drawing.
    photo: Photo | None = None
    add_url: str = ""


def with_card_facts(
    products: ProductQuerySet, *, press: bool = True, rule_sets: bool = False, best_size: bool = True
) -> ProductQuerySet:
    """Read along all that a card needs, in a number of queries that does not grow with the products.

    Args:
        products: Whose cards will be made.
        press: Whether press reports are wanted; products of the shop show none.
        rule_sets: Whether the rule sets of certificates are wanted; only a page of its own shows them.
        best_size: Whether the cheapest pack size is wanted; who reads all sizes need not ask.
    """
    certificates = Certificate.objects.select_related("superseded_by", *(("rule_set",) if rule_sets else ()))
    found = (
        (products.with_best_size() if best_size else products)
        .select_related("producer__unit", "producer__district", "ocop_set", "branch")
        .prefetch_related(Prefetch("certificates", certificates))
    )
    return found.prefetch_related(Prefetch("press_reports", PressReport.objects.shown())) if press else found


def cards_of(products: Iterable[Product], day: date) -> list[ProductCard]:
    """Return the cards of products that were read by `with_card_facts`."""
    modes = shown_modes_on(day)
    return [card_of(product, day, modes) for product in products]


def card_of(product: Product, day: date, modes: dict[int, SaleMode]) -> ProductCard:
    """Return the card of one product.

    Args:
        product: Read by `with_card_facts`.
        day: For which stars and sale modes hold.
        modes: Of `shown_modes_on(day)`.
    """
    reports = list(product.press_reports.all()) if product.is_reported else []
    mode = sale_mode(product, modes, day)
    shows_price = (
        mode in {SaleMode.BUY, SaleMode.BUY_AGE, SaleMode.ENQUIRY} and product.price_from is not None
    )
    price = int(product.price_from) if shows_price and product.price_from is not None else None
    per = unit_price_of(product, price) or best_unit_price_of(product, price)
    for_sale = mode in {SaleMode.BUY, SaleMode.BUY_AGE} and price is not None
    return ProductCard(
        title=product.title,
        url=product.get_absolute_url(),
        picture_url=picture_url(product),
        picture_alt=picture_alt(product),
        producer_name=product.producer.name if product.producer else "",
        producer_url=product.producer.get_absolute_url() if product.producer else "",
        place=place_of(product.producer, day),
        price=price,
        unit_price=per[0] if per else None,
        unit_basis=basis_words(per[1]) if per else "",
        unit_price_is_from=bool(per and not product.net_quantity),
        price_is_from=bool(price is not None and product.price_to and product.price_to > price),
        stock_left=product.available if for_sale and 0 < product.available < LOW_STOCK else None,
        is_sold_out=for_sale and product.available <= 0,
        badge=badge_of(last_word_on(list(product.certificates.all()), day), day)
        if not product.is_reported
        else NO_BADGE,
        press=press_line(reports[0]) if reports else None,
        is_demo=product.is_demo,
        sale_mode=mode.value,
        # Of several sizes one must be chosen first, on the product's page.
        add_url=(
            reverse("basket:add", kwargs={"pk": product.pk})
            if for_sale and product.available > 0 and not product.is_parent
            else ""
        ),
        photo=next(iter(photos_of(product)), None),
    )


def sale_mode(product: Product, modes: dict[int, SaleMode], day: date) -> SaleMode:
    """Return how a product may be offered, by the modes of a day.

    Shown only where its set is not known, its label is incomplete or its producer does not offer it.
    """
    if product.is_reported or product.ocop_set_id is None or not product.is_published_on(day):
        return SaleMode.SHOW
    return modes.get(product.ocop_set_id, SaleMode.SHOW)


def unit_price_of(product: Product, price: int | None) -> tuple[int, str] | None:
    """Return the price of a common amount of a product of one size; several sizes have several."""
    if price is None or not product.net_quantity:
        return None
    return unit_price(price, product.net_quantity, product.net_unit, by_kilogram=is_by_kilogram(product))


def best_unit_price_of(product: Product, price: int | None) -> tuple[int, str] | None:
    """Return the least price of a common amount among the pack sizes; None where they cannot be compared."""
    size = product.best_size
    if price is None or size is None:
        return None
    return unit_price(size["price"], size["quantity"], size["unit"], by_kilogram=is_by_kilogram(product))


def is_by_kilogram(product: Product) -> bool:
    """Say whether goods of this set are compared by the kilogram."""
    return bool(product.ocop_set and product.ocop_set.set_number in SETS_BY_KILOGRAM)


def basis_words(basis: str) -> str:
    """Return the amount of a unit price in the active language."""
    return _("piece") if basis == "piece" else basis


def place_of(producer: Partner | None, day: date) -> str:
    """Return where a producer sits: today's commune, else the former district, else nothing."""
    if producer is None:
        return ""
    if producer.unit is not None:
        return unit_words(producer.unit)
    return name_words(producer.district.name) if producer.district is not None else ""
