"""Products that only the press named: lines of a list, never cards, never with a star."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch

from catalogue.badges import PressLine, press_line
from catalogue.cards import place_of
from catalogue.models import PressReport, Product, ProductQuerySet


@dataclass(frozen=True, slots=True)
class ReportedProduct:
    """One line of a list of reported products, in one language."""

    title: str
    url: str
    producer_name: str
    place: str
    press: PressLine


def reported_products() -> ProductQuerySet:
    """Return all reported products in the order of their names, with what their lines need."""
    return (
        Product.objects.reported()
        .filter(Exists(PressReport.objects.shown().filter(product=OuterRef("pk"))))
        .select_related("producer__unit", "producer__district")
        .prefetch_related(Prefetch("press_reports", PressReport.objects.shown()))
        .order_by("folded", "pk")
    )


def reported_line(product: Product, day: date) -> ReportedProduct:
    """Return the line of a product of `reported_products`, in the active language."""
    producer = product.producer
    return ReportedProduct(
        title=product.title,
        url=product.get_absolute_url(),
        producer_name=producer.name if producer else "",
        place=place_of(producer, day),
        press=press_line(product.press_reports.all()[0]),
    )
