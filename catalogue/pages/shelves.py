"""Rows of further products below a product."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from catalogue.cards import ProductCard, card_of, cards_of, with_card_facts
from catalogue.models import Product, SaleMode

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


def shelves_below(product: Product, day: date, modes: dict[int, SaleMode]) -> list[Shelf]:
    """Return more of this producer, of this neighbourhood and of this set, read in one go."""
    others = Product.objects.listed().exclude(pk=product.pk).order_by("-available", "-pk")
    producer = product.producer
    wanted: list[tuple[str, str, list[int]]] = []
    taken: set[int] = set()

    def add(name: str, title: str, ids: list[int]) -> None:
        fresh = [pk for pk in ids if pk not in taken][:SHELF]
        taken.update(fresh)
        wanted.append((name, title, fresh))

    if producer is not None:
        add("same-maker", _("More of this maker"), _ids(others.filter(producer=producer), SHELF))
        if producer.district_id:
            near = others.filter(producer__district=producer.district_id).exclude(producer=producer)
            add("near", _("Made near by"), _ids(near, SHELF))
    if product.ocop_set_id:
        same = others.filter(ocop_set=product.ocop_set_id)
        add("same-set", _("Of the same kind"), _ids(same, SHELF * 3))
    by_key = {each.pk: each for each in with_card_facts(Product.objects.filter(pk__in=taken), press=False)}
    shelves = []
    for name, title, ids in wanted:
        cards = [card_of(by_key[pk], day, modes) for pk in ids if pk in by_key]
        if cards:
            shelves.append(Shelf(name, title, cards))
    return shelves


def _ids(products: Any, count: int) -> list[int]:
    return list(products.values_list("pk", flat=True)[:count])


def shelf_of_listed(product: Product, day: date) -> Shelf | None:
    """Return products of the shop of the same set or branch, for a page of a product that is not sold."""
    listed = Product.objects.listed().order_by("-available", "-pk")
    if product.ocop_set_id:
        listed = listed.filter(ocop_set=product.ocop_set_id)
    elif product.branch_id:
        listed = listed.filter(branch=product.branch_id)
    cards = cards_of(with_card_facts(listed, press=False)[:SHELF], day)
    return Shelf("shelf", _("On sale, of the same kind"), cards) if cards else None
