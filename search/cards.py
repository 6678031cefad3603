"""The cards of a page. Price, stock and whether a product is listed are read for every page; names, pictures
and certificates are kept with the snapshot, so for its day and generation.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from catalogue.cards import ProductCard, card_of, with_card_facts
from catalogue.models import Product, SaleMode

#: Cards kept in each process, in both languages together; then it begins anew.
MOST_KEPT = 4_096


class _Facts(NamedTuple):
    """What changes with every order."""

    price_from: int | None
    price_to: int | None
    available: int


class CardBox:
    """Makes cards, and keeps them as long as what changes often stayed the same."""

    def __init__(self, day: date, modes: Mapping[int, SaleMode]) -> None:
        self._day = day
        self._modes = dict(modes)
        self._kept: dict[tuple[str, int], tuple[_Facts, ProductCard]] = {}

    def cards(self, keys: Sequence[int], language: str) -> list[ProductCard]:
        """Return the cards of these products in this order, in the active language.

        What is no longer listed is left out, so an engine that is behind never shows it.
        """
        if not keys:
            return []
        kept = {pk: found for pk in keys if (found := self._kept.get((language, pk))) is not None}
        facts = self._facts(keys) if kept else {}
        cards = {pk: card for pk, (then, card) in kept.items() if facts.get(pk) == then}
        # Without anything kept one reading gives both; else only the changed ones are read in full.
        stale = [pk for pk in keys if pk not in cards and (not kept or pk in facts)]
        if stale:
            cards |= self._read(stale, language)
        return [cards[pk] for pk in keys if pk in cards]

    def _facts(self, keys: Sequence[int]) -> dict[int, _Facts]:
        rows = Product.objects.listed().filter(pk__in=keys).order_by()
        return {
            pk: _Facts(*rest) for pk, *rest in rows.values_list("pk", "price_from", "price_to", "available")
        }

    def _read(self, keys: Sequence[int], language: str) -> dict[int, ProductCard]:
        found = with_card_facts(Product.objects.listed(), press=False).filter(pk__in=keys).order_by()
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        cards = {}
        for product in found:
            cards[product.pk] = card_of(product, self._day, self._modes)
            facts = _Facts(product.price_from, product.price_to, product.available)
            self._kept[language, product.pk] = (facts, cards[product.pk])
        return cards
