"""The facts of the basket page, grouped by producer."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalogue.cards import place_of
from catalogue.pictures import band_url, picture_alt, picture_url
from core.clock import today
from core.money import vnd
from producers.strategy import Vietnam
from shop.basket.forms import QuantitiesForm
from shop.basket.models import MOST_PER_LINE, Basket, Line
from shop.basket.reading import judge, with_facts
from shop.basket.services import title_of


@dataclass(frozen=True, slots=True)
class LineRow:
    """One product of a basket; amounts in đồng, VAT included."""

    pk: int
    title: str
    pack: str
    url: str
    picture_url: str
    picture_alt: str
    is_demo: bool
    #: None where it has no price today.
    unit_price: int | None
    quantity: int
    #: The most that the field takes; None where it cannot be bought today.
    most: int | None
    total: int
    #: Before discounts, where there are any.
    full_total: int | None
    is_sold_out: bool
    is_gone: bool
    needs_age: bool
    notes: list[str]
    product_id: int
    #: Title and pack size, which tell two sizes of one product apart.
    name: str
    #: The bound field of the form, where the line can be bought.
    field: Any = None


@dataclass(slots=True)
class Group:
    """What one producer sends in one parcel."""

    key: int
    name: str
    url: str
    band_url: str
    place: str
    is_demo: bool
    rows: list[LineRow] = field(default_factory=list)

    @property
    def total(self) -> int:
        """What is paid to this producer for goods, in đồng."""
        return sum(row.total for row in self.rows)

    @property
    def count(self) -> int:
        """The packs of this producer."""
        return sum(row.quantity for row in self.rows)


@dataclass(frozen=True, slots=True)
class Discount:
    """An offer with what it takes off, in đồng."""

    name: str
    amount: int


@dataclass(slots=True)
class BasketPage:
    """Everything that the basket page shows."""

    groups: list[Group]
    discounts: list[Discount]
    saved: list[LineRow]
    checkout_url: str

    @property
    def total(self) -> int:
        """What is paid for all goods, in đồng; delivery is added at the checkout."""
        return sum(group.total for group in self.groups)

    @property
    def full_total(self) -> int:
        """The same before discounts."""
        return self.total + sum(discount.amount for discount in self.discounts)

    @property
    def count(self) -> int:
        """The packs in the basket that can be bought."""
        return sum(group.count for group in self.groups)

    @property
    def needs_age(self) -> bool:
        """Say whether the buyer will be asked to confirm their age, and cannot pay on delivery."""
        return any(row.needs_age for group in self.groups for row in group.rows)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing lies in the basket."""
        return not self.groups


def basket_page(basket: Basket, form: QuantitiesForm | None = None) -> BasketPage:
    """Work out the page of a basket.

    Args:
        basket: With its strategy, offers applied.
        form: What was typed, where it has to be shown again.
    """
    lines = list(basket.all_lines())
    form = form or form_of(lines)
    day = today()
    groups: dict[int, Group] = {}
    for line in lines:
        partner = line.stockrecord.partner
        producer = line.product.producer or partner
        if producer.pk not in groups:
            groups[producer.pk] = Group(
                key=producer.pk,
                name=producer.name,
                url=producer.get_absolute_url() if producer.is_public else "",
                band_url=band_url(producer, 1),
                place=place_of(producer, day),
                is_demo=producer.is_demo,
            )
        groups[producer.pk].rows.append(row_of(line, form))
    return BasketPage(
        groups=list(groups.values()),
        discounts=[
            Discount(offer["name"], int(offer["discount"]))
            for offer in basket.offer_applications
            if offer["discount"]
        ],
        saved=saved_rows(basket),
        checkout_url=checkout_url(),
    )


def form_of(lines: list[Line], data: Any = None) -> QuantitiesForm:
    """Return the form of a basket's quantities."""
    form = QuantitiesForm(
        [line.pk for line in lines], {line.pk: title_of(line.product) for line in lines}, data
    )
    for line in lines:
        bound = form.fields[f"line-{line.pk}-quantity"]
        bound.initial = line.quantity
        bound.widget.attrs["max"] = min(line.left or 0, MOST_PER_LINE)
    return form


def row_of(line: Line, form: QuantitiesForm | None = None) -> LineRow:
    """Return one line as the page shows it."""
    product = line.product
    owner = product.parent if product.parent_id and product.parent is not None else product
    price = line.purchase_info.price
    unit_price = int(price.incl_tax) if price.exists else None
    is_gone = line.left is None
    full = int(line.line_price_incl_tax or 0)
    total = int(line.line_price_incl_tax_incl_discounts or 0)
    field_name = f"line-{line.pk}-quantity"
    return LineRow(
        pk=line.pk,
        title=owner.title,
        pack=product.pack_label or "",
        url=product.get_absolute_url() if product.is_shown else "",
        picture_url=picture_url(product),
        picture_alt=picture_alt(product),
        is_demo=product.is_demo,
        unit_price=unit_price,
        quantity=line.quantity,
        most=line.left or None,
        total=total,
        full_total=full if full != total else None,
        is_sold_out=line.left == 0,
        is_gone=is_gone,
        needs_age=line.needs_age and not is_gone,
        notes=notes_on(line, unit_price),
        product_id=product.pk,
        name=title_of(product),
        field=form[field_name] if form and line.left and field_name in form.fields else None,
    )


def notes_on(line: Line, unit_price: int | None) -> list[str]:
    """Say what has changed since the line was put in: stock and price, until the owner sends the form."""
    if line.left is None:
        return [_("No longer on sale. It is not counted.")]
    if line.left == 0:
        return [_("Sold out. It is not counted.")]
    notes = []
    if line.asked > line.left:
        words = ngettext(
            "Only %(left)s left, so the quantity went down from %(asked)s.",
            "Only %(left)s left, so the quantity went down from %(asked)s.",
            line.left,
        )
        notes.append(words % {"left": line.left, "asked": line.asked})
    if unit_price is not None and line.price_incl_tax is not None and unit_price != line.price_incl_tax:
        language = get_language() or "vi"
        words = _("The price is now %(now)s; it was %(before)s when you chose it.")
        notes.append(words % {"now": vnd(unit_price, language), "before": vnd(line.price_incl_tax, language)})
    return notes


def saved_rows(basket: Basket) -> list[LineRow]:
    """Return what the basket's owner keeps for later."""
    if basket.owner_id is None:
        return []
    lines = list(
        with_facts(Line.objects.filter(basket__owner=basket.owner_id, basket__status=Basket.SAVED)).order_by(
            "pk"
        )
    )
    saved = Basket(owner_id=basket.owner_id, status=Basket.SAVED)
    saved.strategy = Vietnam()
    for line in lines:
        line.basket = saved
    judge(lines, saved.strategy)
    return [row_of(line) for line in lines]


def checkout_url() -> str:
    """Return where an order is placed, or an empty text while that page does not exist."""
    try:
        return reverse("checkout:index")
    except NoReverseMatch:
        return ""
