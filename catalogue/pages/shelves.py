"""Rows of further products below a product."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

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


#: The first products of a maker, a neighbourhood or a set; many pages show the same ones.
_FIRST: KeptFacts[list[int]] = KeptFacts(most=2_000)
_CARDS: KeptFacts[ProductCard] = KeptFacts(most=2_000)


def shelves_below(product: Product, day: date, modes: dict[int, SaleMode]) -> list[Shelf]:
    """Return more of this producer, of this neighbourhood and of this set."""
    listed = Product.objects.listed()
    producer = product.producer
    wanted: list[tuple[str, str, list[int]]] = []
    taken = {product.pk}

    def add(name: str, title: str, key: Hashable, products: ProductQuerySet, most: int) -> None:
        first = _FIRST.of((name, key), day, lambda: _first(products, most))
        fresh = [pk for pk in first if pk not in taken][:SHELF]
        taken.update(fresh)
        wanted.append((name, title, fresh))

    if producer is not None:
        # One more than is shown, since the product itself may be among them.
        same = listed.filter(producer=producer)
        add("same-maker", _("More of this maker"), producer.pk, same, SHELF + 1)
        if producer.district_id:
            near = listed.filter(producer__district=producer.district_id).exclude(producer=producer)
            add("near", _("Made near by"), producer.pk, near, SHELF)
    if product.ocop_set_id:
        same = listed.filter(ocop_set=product.ocop_set_id)
        # Those on the shelves above do not stand here again.
        add("same-set", _("Of the same kind"), product.ocop_set_id, same, SHELF * 3 + 1)
    cards = _cards(sorted(taken - {product.pk}), day, modes)
    shelves = [
        Shelf(name, title, [cards[pk] for pk in first if pk in cards]) for name, title, first in wanted
    ]
    return [shelf for shelf in shelves if shelf.cards]


def _first(products: ProductQuerySet, most: int) -> list[int]:
    return list(products.order_by("-available", "-pk").values_list("pk", flat=True)[:most])


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
