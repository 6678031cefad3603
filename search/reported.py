"""The tail of a list: products that only the press named. Never among the results, never with a star."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from catalogue.models import Product
from catalogue.pages.reported import ReportedProduct, reported_line, reported_products
from core.addresses import LANGUAGES
from core.vietnamese import fold
from search.backends.base import SearchRequest
from search.names import Names

MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Reported:
    product: Product
    folded: str
    #: By the filters that mean something for it; price, stock and stars it has none.
    values: Mapping[str, str | None]

    def fits(self, words: Sequence[str], request: SearchRequest) -> bool:
        return all(word in self.folded for word in words) and all(
            self.values[name] in values for name, values in request.filters.items() if name in self.values
        )


class ReportedShelf:
    """All reported products, in the order of their names."""

    def __init__(self, products: Sequence[_Reported], day: date) -> None:
        self._products = products
        self._day = day
        self._lines: dict[tuple[str, int], ReportedProduct] = {}

    def __len__(self) -> int:
        return len(self._products)

    def like(self, request: SearchRequest) -> list[ReportedProduct]:
        """Return the first that have the same words, kind and place, in the active language."""
        words = fold(request.text).split()
        if request.text.strip() and not words:
            return []
        found = []
        for product in self._products:
            if product.fits(words, request):
                found.append(self._line(product))
                if len(found) == MOST_SHOWN:
                    break
        return found

    def _line(self, reported: _Reported) -> ReportedProduct:
        key = (get_language() or LANGUAGES[0], reported.product.pk)
        if key not in self._lines:
            self._lines[key] = reported_line(reported.product, self._day)
        return self._lines[key]


def read_reported(day: date, names: Names) -> ReportedShelf:
    """Read what the press reported, in two queries."""
    codes = names.codes()
    return ReportedShelf(
        [
            _Reported(product, _words_of(product), _values_of(product, codes))
            for product in reported_products()
        ],
        day,
    )


def _words_of(product: Product) -> str:
    return f"{product.folded} | {product.producer.folded if product.producer else ''}"


def _values_of(product: Product, codes: Mapping[int, str]) -> dict[str, str | None]:
    producer = product.producer
    return {
        "branch": codes.get(product.branch_id) if product.branch_id else None,
        "set": codes.get(product.ocop_set_id) if product.ocop_set_id else None,
        "unit": producer.unit_id if producer else None,
        "district": producer.district_id if producer else None,
        "producer": producer.slug if producer else None,
    }
