"""The empty file to fill in: headings, and a second sheet that says what goes where."""

from collections.abc import Sequence
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.staff.spreadsheet import DAY_FORMAT

from .columns import Column, day


def write_template(output: IO[bytes], name: Any, columns: Sequence[Column]) -> None:
    """Write a workbook with the sheet `name`, whose cells are formatted as each column wants them."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = str(name)
    sheet.freeze_panes = "A2"
    help_sheet = workbook.create_sheet(_("Guide"))
    help_sheet.append([_("Column"), _("Must be filled"), _("Example"), _("Note")])
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        cell = sheet.cell(1, number, str(column.label))
        cell.font = Font(bold=True)
        sheet.column_dimensions[letter].width = max(14, len(str(column.label)) + 4)
        sheet.column_dimensions[letter].number_format = _format_of(column)
        required = _("yes") if column.is_required else _("no")
        help_sheet.append([str(column.label), required, column.example, str(column.help)])
        if column.read is day:
            help_sheet.cell(number + 1, 3).number_format = DAY_FORMAT
    for letter, width in (("A", 28), ("B", 16), ("C", 28), ("D", 70)):
        help_sheet.column_dimensions[letter].width = width
    workbook.save(output)


def _format_of(column: Column) -> str:
    if column.read is day:
        return DAY_FORMAT
    return "@" if isinstance(column.example, str) else "General"
