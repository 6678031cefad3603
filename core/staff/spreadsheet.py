"""Lists as XLSX files: dates are dates, whole numbers are numbers, and no cell is a formula."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import IO, Any

from django.utils.encoding import force_str
from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.clock import VIETNAM

DAY_FORMAT, MOMENT_FORMAT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
_LONGEST_CELL = 32_767
#: XML 1.0 cannot hold these.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60


def cell_value(value: Any) -> Any:
    """Return a value as a spreadsheet keeps it: day, moment in Vietnam, number or text."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM).replace(tzinfo=None) if value.tzinfo else value
    if value is None or isinstance(value, int | float | date | time):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, list | tuple | set):
        value = ", ".join(map(force_str, value))
    return _ILLEGAL.sub("", force_str(value))[:_LONGEST_CELL]


def write_workbook(output: IO[bytes], title: str, headings: list[str], rows: Iterable[list[Any]]) -> int:
    """Write one sheet row by row and return how many rows there were."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title=re.sub(r"[\\/*?:\[\]]", " ", title)[:31] or "1")
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(_WIDEST, max(12, len(heading) + 4))
    sheet.append(list(_heading_cells(sheet, headings)))
    count = 0
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        count += 1
    workbook.save(output)
    return count


def _heading_cells(sheet: Any, headings: list[str]) -> Iterator[Any]:
    for heading in headings:
        cell = _cell(sheet, heading)
        cell.font = Font(bold=True)
        yield cell


def _cell(sheet: Any, value: Any) -> Any:
    value = cell_value(value)
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes a text that begins with "=" for a formula
        if value.startswith(_LOOKS_LIKE_FORMULA):
            cell.quotePrefix = True  # keeps it a text when somebody edits or copies the cell
    elif isinstance(value, datetime):
        cell.number_format = MOMENT_FORMAT
    elif isinstance(value, date):
        cell.number_format = DAY_FORMAT
    elif isinstance(value, int):
        cell.number_format = "#,##0"
    return cell
