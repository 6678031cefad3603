"""Rows of further products below a product."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.cards import ProductCard, card_of, cards_of, with_card_facts
from catalogue.models import Product, ProductQuerySet, SaleMode
from core.kept_facts import KeptFacts

#: Cards on each shelf below a product.
SHELF = 5


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row of further products."""

    id: str
    title: str
    cards: Sequence[ProductCard]
    url: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """What the shelves of a maker's products of one set may hold, best first."""

    same_maker: tuple[int, ...] = ()
    near_by: tuple[int, ...] = ()
    same_set: tuple[int, ...] = ()


#: By maker and set: all of their pages show the same ones.
_NEAR: KeptFacts[Near] = KeptFacts(most=2_000)
_CARDS: KeptFacts[ProductCard] = KeptFacts(most=2_000)


def shelves_below(product: Product, day: date, modes: dict[int, SaleMode]) -> list[Shelf]:
    """Return more of this producer, of this neighbourhood and of this set; each product stands once."""
    near = _NEAR.of((product.producer_id, product.ocop_set_id), day, lambda: _read_near(product))
    wanted: list[tuple[str, str, list[int]]] = []
    taken = {product.pk}
    for name, title, numbers in (
        ("same-maker", _("More of this maker"), near.same_maker),
        ("near", _("Made near by"), near.near_by),
        ("same-set", _("Of the same kind"), near.same_set),
    ):
        fresh = [pk for pk in numbers if pk not in taken][:SHELF]
        taken.update(fresh)
        wanted.append((name, title, fresh))
    cards = _cards(sorted(taken - {product.pk}), day, modes)
    shelves = [
        Shelf(name, title, [cards[pk] for pk in numbers if pk in cards]) for name, title, numbers in wanted
    ]
    return [shelf for shelf in shelves if shelf.cards]


def _read_near(product: Product) -> Near:
    """Read the first products of the maker, of its neighbourhood and of the set in one query."""
    best = Product.objects.listed().order_by("-available", "-pk")
    producer, ocop_set = product.producer, product.ocop_set_id
    district = producer.district_id if producer is not None else None
    sources: list[ProductQuerySet] = []
    if producer is not None:
        # One more than is shown, since the product itself may be among them.
        sources.append(best.filter(producer=producer)[: SHELF + 1])
    if producer is not None and district:
        sources.append(best.filter(producer__district=district).exclude(producer=producer)[:SHELF])
    if ocop_set:
        # Those on the shelves above do not stand here again.
        sources.append(best.filter(ocop_set=ocop_set)[: SHELF * 3 + 1])
    if not sources:
        return Near()
    within = reduce(or_, (Q(pk__in=source.values("pk")) for source in sources))
    rows = list(
        Product.objects.filter(within)
        .order_by("-available", "-pk")
        .values_list("pk", "producer", "producer__district", "ocop_set")
    )
    maker = producer.pk if producer is not None else None
    return Near(
        same_maker=tuple(pk for pk, of, _place, _set in rows if maker and of == maker),
        near_by=tuple(pk for pk, of, place, _set in rows if district and place == district and of != maker),
        same_set=tuple(pk for pk, _of, _place, of_set in rows if ocop_set and of_set == ocop_set),
    )


def _cards(numbers: list[int], day: date, modes: dict[int, SaleMode]) -> dict[int, ProductCard]:
    """Return the cards of these products in the active language, by primary key."""
    language = get_language() or "vi"

    def make(missing: list[tuple[int, str]]) -> dict[tuple[int, str], ProductCard]:
        products = Product.objects.filter(pk__in=[pk for pk, _language in missing])
        read = with_card_facts(products, press=False)
        return {(each.pk, language): card_of(each, day, modes) for each in read}

    found = _CARDS.of_many([(pk, language) for pk in numbers], day, make)
    return {pk: card for (pk, _language), card in found.items()}


def shelf_of_listed(product: Product, day: date) -> Shelf | None:
    """Return products of the shop of the same set or branch, for a page of a product that is not sold."""
    listed = Product.objects.listed().order_by("-available", "-pk")
    if product.ocop_set_id:
        listed = listed.filter(ocop_set=product.ocop_set_id)
    elif product.branch_id:
        listed = listed.filter(branch=product.branch_id)
    cards = cards_of(with_card_facts(listed, press=False)[:SHELF], day)
    return Shelf("shelf", _("On sale, of the same kind"), cards) if cards else None
