"""The file of press reports as checked rows; nothing here touches the database."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from core.data_files import Row, read_rows
from producers.models import Partner

from .sources import SETS

FILE = "binh-phuoc-products.csv"
#: The file names no day of reading per row; see `catalogue/data/README.md`.
READ_ON = date(2026, 11, 23)

NAMED, NAMED_WITHOUT_STAR = "named_product", "named_product_star_unknown"
#: Rows that name no product: kept in the file as provenance.
UNNAMED = ("count_only", "kind_only")

_HEADER = (
    *("name_vi", "stars", "year_or_decision", "producer_name", "producer_type", "commune", "district"),
    *("new_unit_2025", "group", "likely_set_no_26_2026", "row_kind", "name_is_back_translation"),
    *("source_url", "note"),
)
#: What the press calls a branch, and its code; an empty cell is no branch.
_BRANCHES = {"Thực phẩm": "I", "Đồ uống": "II"}
#: A "cơ sở sản xuất kinh doanh" may be any of several legal kinds: not known.
_KINDS = {
    "Doanh nghiệp": Partner.Kind.ENTERPRISE,
    "Hợp tác xã": Partner.Kind.COOPERATIVE,
    "Hộ sản xuất kinh doanh": Partner.Kind.HOUSEHOLD,
    "Cơ sở sản xuất kinh doanh": Partner.Kind.UNKNOWN,
}
_YEAR = re.compile(r"\b20[12]\d\b")
_check_url = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class PressRow:
    """One report. `branch` and `ocop_set` are empty where the file has none: nothing is guessed."""

    row: Row
    name: str
    is_named: bool
    stars: int | None
    when: str
    year: int | None
    producer: str
    kind: Partner.Kind
    branch: str
    ocop_set: int | None
    source_url: str
    name_is_back_translation: bool
    note: str

    @property
    def identity(self) -> tuple[str, str, str]:
        """What tells one report from another: products of one name in two rounds stay two."""
        return self.name, self.producer, self.when


def read_press_rows(folder: Path) -> list[PressRow]:
    """Read and check the file.

    Raises:
        DataFileError: The file cannot be read or a row breaks a rule.
    """
    return [_press_row(row) for row in read_rows(folder / FILE, _HEADER)]


def _press_row(row: Row) -> PressRow:
    kind = row.choice("row_kind", (NAMED, NAMED_WITHOUT_STAR, *UNNAMED))
    if kind != NAMED and row.optional("stars"):
        raise row.error(f"stars must be empty in a row of the kind {kind}")
    when = row.text("year_or_decision", 120)
    year = _YEAR.search(when)
    url = row.text("source_url", 500)
    try:
        _check_url(url)
    except ValidationError as error:
        raise row.error(f"source_url is no address: {url}") from error
    has_kind = bool(row.optional("producer_name") or row.optional("producer_type"))
    return PressRow(
        row=row,
        name=row.text("name_vi", 255),
        is_named=kind in (NAMED, NAMED_WITHOUT_STAR),
        stars=row.integer("stars", 1, 5) if kind == NAMED else None,
        when=when,
        year=int(year.group()) if year else None,
        producer=row.text("producer_name", 128) if row.optional("producer_name") else "",
        kind=_KINDS[row.choice("producer_type", _KINDS)] if has_kind else Partner.Kind.UNKNOWN,
        branch=_BRANCHES[row.choice("group", _BRANCHES)] if row.optional("group") else "",
        ocop_set=(
            row.integer("likely_set_no_26_2026", SETS[0], SETS[-1])
            if row.optional("likely_set_no_26_2026")
            else None
        ),
        source_url=url,
        name_is_back_translation=_yes(row, "name_is_back_translation"),
        note=row.optional("note"),
    )


def _yes(row: Row, column: str) -> bool:
    return bool(row.optional(column)) and row.choice(column, ("yes",)) == "yes"
