"""Opening a file that somebody sent: a plain XLSX of sensible size, and in it only what can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from core.vietnamese import fold

from .columns import Column, Refused
from .package import MOST_COLUMNS, MOST_ROWS, FileRefused, broken, look_inside


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: row as the spreadsheet counts (0: the file), heading of the column, words."""

    row: int
    column: str
    words: str


@dataclass
class Sheet:
    """The rows of a sheet by field, refused cells among them, and what is wrong with the sheet itself."""

    numbers: list[int] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_sheet(content: bytes, name: str, columns: Sequence[Column]) -> Sheet:
    """Read the sheet `name`.

    Raises:
        FileRefused: It is no XLSX file that can be read, or it does not hold that sheet and its headings.
    """
    look_inside(content)
    columns = [column.prepared() for column in columns]
    try:
        workbook = load_workbook(BytesIO(content), data_only=False, keep_links=False, rich_text=False)
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble over
        raise broken() from error
    found = {fold(sheet.title): sheet for sheet in workbook.worksheets}
    if fold(name) not in found:
        names = ", ".join(f"“{sheet.title}”" for sheet in workbook.worksheets) or "–"
        words = _("The file has no sheet “%(name)s”, only: %(names)s. Take the template.")
        raise FileRefused(words % {"name": name, "names": names})
    worksheet = found[fold(name)]
    if worksheet.max_row > MOST_ROWS + 1:
        words = _("The sheet has %(rows)s rows; at most %(most)s are read at once.")
        raise FileRefused(words % {"rows": worksheet.max_row - 1, "most": MOST_ROWS})
    if worksheet.max_column > MOST_COLUMNS:
        raise FileRefused(_("The sheet has more columns than the template. Take the template."))
    return _read_rows(worksheet, _headings(worksheet, columns))


def _headings(worksheet: Any, columns: Sequence[Column]) -> dict[int, Column]:
    """Return which column of the sheet holds which of ours; a sheet with other headings is refused."""
    known = {label: column for column in columns for label in column.labels()}
    places: dict[int, Column] = {}
    unknown, double = [], []
    for cell in worksheet[1]:
        if cell.value is None:
            continue
        column = known.get(fold(str(cell.value)))
        if column is None:
            unknown.append(f"“{cell.value}”")
        elif column in places.values():
            double.append(f"“{column.label}”")
        else:
            places[cell.column] = column
    missing = [f"“{column.label}”" for column in columns if column not in places.values()]
    complaints = [
        words % {"names": ", ".join(names)}
        for words, names in (
            (_("Headings that are missing in row 1: %(names)s."), missing),
            (_("Headings that nobody knows: %(names)s."), unknown),
            (_("Headings that stand twice: %(names)s."), double),
        )
        if names
    ]
    if complaints:
        raise FileRefused(" ".join([*complaints, _("Take the template.")]))
    return places


def _read_rows(worksheet: Any, places: dict[int, Column]) -> Sheet:
    sheet = Sheet()
    for merged in worksheet.merged_cells.ranges:
        words = _("The cells %(cells)s are merged; it is not clear which row they belong to.")
        sheet.problems.append(Problem(merged.min_row, "", words % {"cells": merged.coord}))
    for letter, dimension in worksheet.column_dimensions.items():
        if dimension.hidden:
            sheet.problems.append(
                Problem(0, "", _("Column %(letter)s is hidden. Show it.") % {"letter": letter})
            )
    for cells in worksheet.iter_rows(min_row=2):
        if all(cell.value is None or str(cell.value).strip() == "" for cell in cells):
            continue
        number = cells[0].row
        if worksheet.row_dimensions[number].hidden:
            sheet.problems.append(
                Problem(number, "", _("The row is hidden or filtered out. Show or delete it."))
            )
        row: dict[str, Any] = {}
        for cell in cells:
            column = places.get(cell.column)
            if column is None:
                if cell.value is not None:
                    letter = get_column_letter(cell.column)
                    words = _("Column %(letter)s has no heading.") % {"letter": letter}
                    sheet.problems.append(Problem(number, "", words))
                continue
            row[column.name] = _value(cell, column)
        for column in places.values():
            row.setdefault(column.name, column.value(None))
        sheet.numbers.append(number)
        sheet.rows.append(row)
    if not sheet.rows:
        sheet.problems.append(Problem(0, "", _("The sheet has no rows under its headings.")))
    return sheet


def _value(cell: Any, column: Column) -> Any:
    if cell.data_type == "f":
        return Refused(_("This is a formula. Put its result there as a value."))
    if cell.data_type == "e":
        return Refused(_("This cell shows an error of the spreadsheet."))
    return column.value(cell.value)
