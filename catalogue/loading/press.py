"""Press-reported products and their producers: reported, unclaimed, never for sale, never certified."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from oscar.core.loading import get_model

from catalogue.models import Category, PressReport, Product
from core.data_files import DataFileError
from core.vietnamese import slug_of
from producers.models import Partner

from .changes import save_if_changed
from .press_places import Place, PlaceFinder
from .press_rows import FILE, READ_ON, PressRow, read_press_rows
from .reference import PRODUCT_CLASS
from .sources import DATA_DIR


@dataclass(frozen=True)
class PressCounts:
    """What a load found: rows of the file, products and producers made of them, rows that name none."""

    rows: int
    products: int
    producers: int
    unnamed: int


def load_press_records(progress: Callable[[str], None], folder: Path = DATA_DIR) -> PressCounts:
    """Bring the reported products and producers in line with the file; running it again changes nothing.

    A product or producer that its owner has claimed meanwhile is the owner's, and what the office has settled
    stays settled: only the report beside it is kept in line.

    Args:
        progress: Called with one finished line after each table, for the reader of a long command.
        folder: Where the file lies.

    Raises:
        DataFileError: The file or a row is broken; the tables are as they were.
    """
    rows = read_press_rows(folder)
    with transaction.atomic():
        if not Category.objects.filter(set_number__isnull=False).exists():
            raise DataFileError(FILE, None, "the product sets are not loaded yet: load_reference comes first")
        producers = _load_producers(rows)
        progress(f"{len(producers)} producers named by the press")
        named = [row for row in rows if row.is_named]
        loader = _ProductLoader(producers)
        for row in named:
            loader.load(row)
        counts = PressCounts(len(rows), len(named), len(producers), len(rows) - len(named))
        progress(
            f"{counts.products} reported products; {counts.unnamed} rows name no product and stay in the file"
        )
    return counts


def _load_producers(rows: list[PressRow]) -> dict[str, Partner]:
    finder = PlaceFinder()
    by_name: dict[str, list[PressRow]] = {}
    for row in rows:
        place = finder.place_of(row.row)
        if row.producer:
            by_name.setdefault(row.producer, []).append(row)
        elif place != Place():
            raise row.row.error("a place stands without a producer")
    return {name: _load_producer(name, reports, finder) for name, reports in by_name.items()}


def _load_producer(name: str, reports: list[PressRow], finder: PlaceFinder) -> Partner:
    kinds = {report.kind for report in reports}
    if len(kinds) > 1:
        raise reports[-1].row.error(f"{name} is of another kind in an earlier row")
    code = f"bao-chi-{slug_of(name)}"[:128]
    producer = Partner.objects.filter(code=code).first() or Partner(code=code, name=name)
    if producer.merged_into is not None:
        return producer.merged_into
    if producer.pk and not producer.is_reported:
        return producer
    place = _latest_place(reports, finder)
    save_if_changed(
        producer,
        name=name,
        kind=kinds.pop(),
        standing=Partner.Standing.REPORTED,
        is_demo=False,
        unit=place.unit,
        old_commune=place.old_commune,
        district=place.district,
        source_url=reports[0].source_url,
        source_read_on=READ_ON,
    )
    return producer


def _latest_place(reports: Iterable[PressRow], finder: PlaceFinder) -> Place:
    """Return the newest thing said of each part of the place; sorting keeps the order of equal years."""
    place = Place()
    for report in sorted(reports, key=lambda report: report.year or 0):
        place = place.newer(finder.place_of(report.row))
    return place


class _ProductLoader:
    """Writes one named row as product and report."""

    def __init__(self, producers: dict[str, Partner]) -> None:
        self._producers = producers
        self._categories = {category.code: category for category in Category.objects.exclude(code="")}
        self._branch_of = {
            category.code: self._categories[category.get_parent().code]
            for category in self._categories.values()
            if not category.is_branch
        }
        self._class = get_model("catalogue", "ProductClass").objects.get(slug=PRODUCT_CLASS)
        self._known = {
            report.row_number: report
            for report in PressReport.objects.filter(file_name=FILE).select_related(
                "product__producer", "product__branch", "product__ocop_set"
            )
        }

    def load(self, row: PressRow) -> None:
        report = self._known.get(row.row.number)
        if report is not None and _identity_of(report) != row.identity:
            raise row.row.error("this row was another report when it was loaded; new rows go to the end")
        product = report.product if report is not None else Product(product_class=self._class)
        if report is None or (product.is_reported and report.is_open):
            self._write_product(product, row)
        save_if_changed(
            report or PressReport(file_name=FILE, row_number=row.row.number),
            product=product,
            stars=row.stars,
            reported_when=row.when,
            year=row.year,
            source_url=row.source_url,
            read_on=READ_ON,
            name_is_back_translation=row.name_is_back_translation,
            note=row.note,
            row=row.row.cells,
        )

    def _write_product(self, product: Product, row: PressRow) -> None:
        branch = self._categories[row.branch] if row.branch else None
        ocop_set = self._categories[str(row.ocop_set)] if row.ocop_set else None
        if ocop_set is not None and self._branch_of[ocop_set.code] != branch:
            raise row.row.error(f"set {ocop_set.code} is not of the branch {row.row.optional('group')!r}")
        save_if_changed(
            product,
            structure=Product.STANDALONE,
            listing=Product.Listing.REPORTED,
            title_vi=row.name,
            producer=self._producers[row.producer] if row.producer else None,
            branch=branch,
            ocop_set=ocop_set,
            is_demo=False,
        )


def _identity_of(report: PressReport) -> tuple[str, str, str]:
    return report.row["name_vi"], report.row["producer_name"], report.row["year_or_decision"]
