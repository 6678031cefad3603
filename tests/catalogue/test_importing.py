"""Imports: every fault of a bad file is told with its row and column, and nothing is written."""

from datetime import datetime, time, timedelta
from io import BytesIO

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from catalogue.importing import carry_out, try_out, write_template
from catalogue.importing import package as reading
from catalogue.importing.certificates import COLUMNS
from catalogue.models import Certificate
from catalogue.periods import expiry_of
from core.clock import today
from tests.catalogue import sheets
from tests.catalogue.sheets import bytes_of, file_of, row_of, with_cell, with_part, workbook_of
from tests.factories import CertificateFactory, PackSizeFactory, ProducerFactory, ProductFactory, UserFactory

pytestmark = pytest.mark.django_db
DAY = today()
#: What the file is, who makes it, and what is told: row, heading, words.
BAD_FILES = {
    "no file at all": (lambda: b"", (0, "", "không phải tệp XLSX")),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 100, (0, "", "không phải tệp XLSX")),
    "an old xls renamed": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, (0, "", "XLS cũ")),
    "another zip": (lambda: with_part(b"", "a.txt", "x"), (0, "", "không phải tệp XLSX")),
    "a cut file": (lambda: file_of(row_of())[:-200], (0, "", "không phải tệp XLSX")),
    "a zip bomb": (
        lambda: with_part(file_of(row_of()), "xl/media/a.png", b"0" * (reading.MOST_UNPACKED_BYTES + 1)),
        (0, "", "bung ra lớn hơn"),
    ),
    "macros": (lambda: with_part(file_of(row_of()), "xl/vbaProject.bin", b"x"), (0, "", "macro")),
    "an entity bomb": (
        lambda: with_part(file_of(row_of()), "xl/x.xml", b'<!DOCTYPE x [<!ENTITY a "a">]><x/>'),
        (0, "", "bị hỏng"),
    ),
    "50,000 rows": (sheets.many_rows, (0, "", "tối đa 500")),
    "the wrong sheet": (sheets.other_sheet, (0, "", "chỉ có: “Sheet1”")),
    "no heading": (sheets.without_header, (0, "", "thiếu tiêu đề")),
    "a heading twice": (sheets.twice_the_heading, (0, "", "lặp hai lần: “Số sao”")),
    "no rows": (file_of, (0, "", "không có dòng nào")),
    "merged cells": (sheets.merged, (2, "", "A2:A3 bị gộp")),
    "a hidden row": (sheets.hidden_row, (3, "", "đang ẩn")),
    "a hidden column": (sheets.hidden_column, (0, "", "Cột E đang ẩn")),
    "a note beside the table": (sheets.beside_the_table, (2, "", "Cột Z không có tiêu đề")),
    "a formula": (lambda: with_cell("stars", "=2+2"), (2, "Số sao", "công thức")),
    "an error of the spreadsheet": (lambda: with_cell("score", "#REF!"), (2, "Điểm", "báo lỗi")),
    "a number as text": (lambda: with_cell("stars", "4"), (2, "Số sao", "gõ dạng số")),
    "a code as number": (
        lambda: with_cell("printed_code", 75_001),
        (2, "Mã sản phẩm in trên giấy", "văn bản"),
    ),
    "a wrong star": (lambda: with_cell("stars", 6), (2, "Số sao", "từ 3 đến 5")),
    "half a star": (lambda: with_cell("stars", 3.5), (2, "Số sao", "số nguyên")),
    "a day that does not exist": (
        lambda: with_cell("issued_on", "31/02/2026"),
        (2, "Ngày cấp giấy", "Không có ngày"),
    ),
    "a year of two digits": (lambda: with_cell("issued_on", "28/06/26"), (2, "Ngày cấp giấy", "bốn chữ số")),
    "a day as number": (lambda: with_cell("issued_on", 46_000), (2, "Ngày cấp giấy", "Đây là số")),
    "a day with a time": (
        lambda: with_cell("issued_on", datetime.combine(DAY, time(12))),
        (2, "Ngày cấp giấy", "không kèm giờ"),
    ),
    "words for a day": (lambda: with_cell("decided_on", "tháng sáu"), (2, "Ngày quyết định", "28/06/2026")),
    "an empty cell": (
        lambda: with_cell("decision_number", None),
        (2, "Số của quyết định", "không được để trống"),
    ),
    "an unknown rule set": (lambda: with_cell("rule_set", "99-2099"), (2, "Bộ tiêu chí", "Hãy gõ một trong")),
    "an unknown product": (lambda: with_cell("product", 10**9), (2, "Số của sản phẩm", "không có sản phẩm")),
    "another product's name": (lambda: with_cell("product_name", "Khác"), (2, "Tên sản phẩm", "tên là")),
    "a foreign producer": (lambda: with_cell("producer_name", "Hộ Khác"), (2, "Tên chủ thể", "thuộc “")),
    "a level that may not": (
        lambda: with_cell("authority_level", "Bộ"),
        (2, "Cấp công nhận", "cấp này công nhận"),
    ),
    "a score too low": (lambda: with_cell("score", 60), (2, "Điểm", "70 đến 100")),
    "a decision of tomorrow": (
        lambda: with_cell("decided_on", DAY + timedelta(days=1), issued_on=DAY + timedelta(days=1)),
        (2, "Ngày quyết định", "tương lai"),
    ),
    "an issue before the decision": (
        lambda: with_cell("issued_on", DAY - timedelta(days=1)),
        (2, "Ngày cấp giấy", "trước ngày ra quyết định"),
    ),
    "an end before the issue": (
        lambda: with_cell("expires_on", DAY - timedelta(days=1)),
        (2, "Ngày hết hạn in trên giấy", "phải sau"),
    ),
    "text too long": (lambda: with_cell("decision_number", "x" * 81), (2, "Số của quyết định", "quá 80")),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_where_and_what_and_writes_nothing(name):
    make, (number, heading, words) = BAD_FILES[name]
    content = make()
    user = UserFactory()

    for outcome in (try_out("certificates", content), carry_out("certificates", content, user)):
        found = [one for one in outcome.problems if one.row == number and words in one.words]
        assert found, outcome.problems
        assert {one.column for one in found} == {heading}
    assert not Certificate.objects.exists()


def test_all_faults_of_all_rows_are_told_at_once():
    content = file_of(
        row_of(stars=6, score="x"), row_of(), row_of(issued_on="31/02/2026", decision_number=None)
    )

    problems = try_out("certificates", content).problems

    assert {(one.row, one.column) for one in problems} == {
        (2, "Số sao"),
        (2, "Điểm"),
        (4, "Ngày cấp giấy"),
        (4, "Số của quyết định"),
    }
    assert not Certificate.objects.exists()


def test_faults_are_told_in_english_too():
    content = file_of(row_of(stars=6))

    with override("en"):
        (problem,) = try_out("certificates", content).problems

    assert (problem.column, problem.words) == ("Number of stars", "Type a whole number from 3 to 5.")


def test_a_good_file_is_tried_without_a_trace_and_then_issued_by_the_service():
    first = CertificateFactory(issued_on=DAY - timedelta(days=400))
    content = file_of(row_of(first.product), row_of(expires_on=DAY + timedelta(days=500)))

    tried = try_out("certificates", content)
    assert tried.is_clean
    assert tried.count == 2
    assert Certificate.objects.get() == first

    done = carry_out("certificates", content, UserFactory())
    assert done.is_clean
    first.refresh_from_db()
    renewed = first.superseded_by
    assert (renewed.expires_on, renewed.effective_from) == (expiry_of(DAY), DAY)
    first.product.refresh_from_db()
    assert first.product.certified_until == renewed.expires_on
    assert Certificate.objects.count() == 3


def test_english_headings_are_read_too():
    workbook = workbook_of(row_of())
    with override("en"):
        for place, column in enumerate(COLUMNS, 1):
            workbook.worksheets[0].cell(1, place).value = str(column.label)

    assert try_out("certificates", bytes_of(workbook)).is_clean


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "đã có giấy cấp ngày đó"),
        (
            {"issued_on": DAY - timedelta(days=30), "decided_on": DAY - timedelta(days=30)},
            "chồng với giấy cấp sau",
        ),
    ],
)
def test_a_row_that_contradicts_the_register_is_told(values, words):
    known = CertificateFactory(issued_on=DAY)

    (problem,) = try_out("certificates", file_of(row_of(known.product, **values))).problems

    assert (problem.row, problem.column) == (2, "Ngày cấp giấy")
    assert words in problem.words
    assert known.code in problem.words


def test_rows_that_contradict_each_other_are_told():
    product, other = ProductFactory(), ProductFactory()
    earlier = DAY - timedelta(days=50)
    content = file_of(
        row_of(product, issued_on=earlier, decided_on=earlier, printed_code="75-1"),
        row_of(product),
        row_of(other, printed_code="75-1"),
        row_of(other),
    )

    problems = {(one.row, one.column): one.words for one in try_out("certificates", content).problems}

    assert set(problems) == {(3, "Ngày cấp giấy"), (4, "Mã sản phẩm in trên giấy"), (5, "Ngày cấp giấy")}
    assert problems[3, "Ngày cấp giấy"].startswith("Thời hạn chồng với dòng 2 ")


@pytest.mark.parametrize("product", ["pack size", "reported"])
def test_what_gets_no_certificate_gets_none_by_import(product):
    mine = (
        PackSizeFactory() if product == "pack size"
        else ProductFactory(reported=True, producer=ProducerFactory(reported=True))
    )  # fmt: skip
    mine.title_vi = mine.title_vi or "Gói"
    content = file_of(row_of(mine))

    outcome = try_out("certificates", content)

    assert "Số của sản phẩm" in {one.column for one in outcome.problems}


def test_the_template_says_what_goes_where():
    output = BytesIO()
    write_template(output, "Giấy chứng nhận", COLUMNS)
    workbook = load_workbook(output)

    assert workbook.sheetnames == ["Giấy chứng nhận", "Hướng dẫn"]
    headings = [cell.value for cell in workbook.worksheets[0][1]]
    assert headings[0] == "Số của sản phẩm"
    assert len(headings) == len(set(headings)) == len(COLUMNS)
    assert [row[0].value for row in workbook.worksheets[1].iter_rows(min_row=2)] == headings


def test_a_file_is_tried_in_the_same_number_of_queries_however_long(django_assert_max_num_queries):
    def queries(rows):
        content = file_of(*[row_of() for _number in range(rows)])
        with django_assert_max_num_queries(20) as captured:
            assert try_out("certificates", content).is_clean
        return len(captured)

    assert queries(1) == queries(12)
