"""The tail of a list: products that only the press named. Never among the results, never with a star."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from catalogue.badges import PressLine, press_line
from catalogue.cards import place_of
from catalogue.models import PressReport, Product
from core.clock import today
from core.vietnamese import fold
from search.backends.base import SearchRequest

MOST_SHOWN = 6
#: Which filters mean something for them, and the column each looks at.
_COLUMNS = {
    "branch": "branch__code__in",
    "set": "ocop_set__code__in",
    "unit": "producer__unit__in",
    "district": "producer__district__in",
    "producer": "producer__slug__in",
}


@dataclass(frozen=True, slots=True)
class ReportedProduct:
    """One line of the tail."""

    title: str
    url: str
    producer_name: str
    place: str
    press: PressLine


def reported_like(request: SearchRequest) -> list[ReportedProduct]:
    """Return reported products with the same words, kind and place; price, stock and stars they have none."""
    words = fold(request.text).split()
    if request.text.strip() and not words:
        return []
    found = Product.objects.reported().filter(
        *(Q(folded__contains=word) | Q(producer__folded__contains=word) for word in words),
        **{_COLUMNS[name]: values for name, values in request.filters.items() if name in _COLUMNS},
    )
    reports = Prefetch("press_reports", PressReport.objects.order_by("-year", "pk"))
    shown = found.select_related("producer__unit", "producer__district").prefetch_related(reports)
    day = today()
    return [
        ReportedProduct(
            title=product.title,
            url=product.get_absolute_url(),
            producer_name=product.producer.name if product.producer else "",
            place=place_of(product.producer, day),
            press=press_line(line[0]),
        )
        for product in shown.order_by("folded", "pk")[:MOST_SHOWN]
        if (line := list(product.press_reports.all()))
    ]
