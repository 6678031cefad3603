"""Sheets that were made to keep the server busy or to break it: refused before a cell is built."""

import zipfile
from io import BytesIO

import pytest
from openpyxl.reader.excel import ExcelReader

from catalogue.importing import try_out
from catalogue.models import Certificate
from tests.catalogue.sheets import (
    SHEET,
    STYLES,
    changed_part,
    file_of,
    in_utf_16,
    row_of,
    torn,
    with_markup,
    with_part,
)

pytestmark = pytest.mark.django_db
TOO_LARGE, BROKEN = "bung ra lớn hơn", "bị hỏng"
END = b"</sheetData>"


def sheet_by_another_name():
    """Return a file whose sheet, with far too many rows, passes for a picture."""
    content = changed_part(
        file_of(row_of()),
        "xl/_rels/workbook.xml.rels",
        lambda data: data.replace(b"worksheets/sheet1.xml", b"media/picture.png"),
    )
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheet = archive.read(SHEET)
    return with_part(content, "xl/media/picture.png", sheet.replace(END, b"<row/>" * 1_000 + END))


def prefixed_rows():
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = b'<x:row xmlns:x="%s"/>' % namespace
    return with_markup(END, rows * 1_000)


HOSTILE = {
    "the whole sheet merged": (
        lambda: with_markup(b"<pageMargins", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        TOO_LARGE,
    ),
    "a link on the whole sheet": (
        lambda: with_markup(
            b"<pageMargins", b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>'
        ),
        TOO_LARGE,
    ),
    "a link on a whole column": (
        lambda: with_markup(b"<pageMargins", b'<hyperlinks><hyperlink ref="A:A"/></hyperlinks>'),
        BROKEN,
    ),
    "half a million formats": (lambda: with_markup(b"</cellXfs>", b"<xf/>" * 500_000, STYLES), TOO_LARGE),
    "rows with a prefix": (prefixed_rows, "tối đa 500"),
    "a sheet that passes for a picture": (sheet_by_another_name, "tối đa 500"),
    "entities in another encoding": (lambda: changed_part(file_of(row_of()), SHEET, in_utf_16), BROKEN),
    "an encoding that not every reader knows": (
        lambda: with_part(file_of(row_of()), "xl/media/a.png", b'<?xml version="1.0" encoding="cp037"?><a/>'),
        BROKEN,
    ),
    "a torn part": (torn, "không phải tệp XLSX"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_before_it_is_built(name, monkeypatch):
    make, words = HOSTILE[name]
    content = make()
    monkeypatch.setattr(
        ExcelReader, "read", lambda _reader: pytest.fail("openpyxl began to build the workbook")
    )

    (problem,) = try_out("certificates", content).problems

    assert words in problem.words


@pytest.mark.parametrize("score", [1e30, 1e308, -1e30])
def test_a_score_beyond_all_digits_is_told_like_any_wrong_score(score):
    problems = try_out("certificates", file_of(row_of(score=score))).problems

    assert [(one.row, one.column) for one in problems] == [(2, "Điểm")]


def test_a_score_without_an_end_is_told_too():
    content = changed_part(
        file_of(row_of(score=80.5)), SHEET, lambda data: data.replace(b"<v>80.5</v>", b"<v>1e999</v>")
    )

    problems = try_out("certificates", content).problems

    assert [(one.row, one.column) for one in problems] == [(2, "Điểm")]
    assert not Certificate.objects.exists()
