"""The list worked out the plain way, product by product, to compare engines with."""

from collections import Counter
from collections.abc import Sequence

from core.vietnamese import fold
from search.backends.base import SearchRequest
from search.backends.columns import Row, distance_km

FACETS = ("branch", "set", "stars", "unit", "district", "producer", "in_stock")


def value_of(row: Row, facet: str) -> str | None:
    match facet:
        case "branch":
            return row.branch
        case "set":
            return row.ocop_set
        case "stars":
            return None if row.stars is None else str(row.stars)
        case "in_stock":
            return "1" if row.in_stock else None
        case "producer":
            return row.maker.slug if row.maker else None
        case "unit":
            return row.maker.unit if row.maker else None
        case "district":
            return row.maker.district if row.maker else None
    raise KeyError(facet)


def fits(row: Row, request: SearchRequest, *, leaving_out: str = "") -> bool:
    if request.text.strip():
        words = fold(request.text).split()
        maker = row.maker.folded if row.maker else ""
        if not words or not all(word in row.folded or word in maker for word in words):
            return False
    if (prices := request.ranges.get("price")) is not None:
        if row.price is None:
            return False
        if prices.least is not None and row.price < prices.least:
            return False
        if prices.most is not None and row.price > prices.most:
            return False
    return all(
        value_of(row, name) in values for name, values in request.filters.items() if name != leaving_out
    )


def plain_hits(rows: Sequence[Row], request: SearchRequest) -> list[int]:
    """Return the keys of all hits in their order, whatever page was asked."""
    found = [row for row in rows if fits(row, request)]
    found.sort(key=lambda row: row.pk)
    if request.sort in {"relevance", "newest", "stars"}:
        found.sort(key=lambda row: row.age)
    if request.sort in {"relevance", "stars"}:
        found.sort(key=lambda row: row.is_sold_out)
        found.sort(key=lambda row: row.stars is None)
    if request.sort == "stars":
        found.sort(key=lambda row: row.stars or 0, reverse=True)
    if request.sort in {"price", "-price"}:
        found.sort(key=lambda row: row.price or 0, reverse=request.sort == "-price")
        found.sort(key=lambda row: row.price is None)
    if request.sort == "near":
        centre = request.geo
        assert centre is not None
        found.sort(
            key=lambda row: distance_km(centre, row.maker.point) if row.maker and row.maker.point else 10**6
        )
    return [row.pk for row in found]


def plain_counts(rows: Sequence[Row], request: SearchRequest, facet: str) -> dict[str, int]:
    """Count the values of a facet among what fits all other filters."""
    found = (value_of(row, facet) for row in rows if fits(row, request, leaving_out=facet))
    return dict(Counter(value for value in found if value is not None))
