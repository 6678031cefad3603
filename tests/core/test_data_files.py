from datetime import date
from pathlib import Path

import pytest

from core.data_files import DataFileError, Row, read_rows, unique

HEADER = ["code", "name", "stars"]


@pytest.fixture
def write(tmp_path):
    def write(content: str | bytes) -> Path:
        path = tmp_path / "things.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def row(**cells: str) -> Row:
    return Row("things.csv", 7, cells)


def test_reads_rows_with_their_numbers(write):
    path = write('code,name,stars\r\n01,"Hạt điều, rang",4\r\n\r\n02,"hai\ndòng",\r\n')

    rows = read_rows(path, HEADER)

    assert [(r.number, r.cells["name"]) for r in rows] == [(2, "Hạt điều, rang"), (4, "hai\ndòng")]


def test_cells_are_stripped_and_composed(write):
    path = write("\ufeffcode,name,stars\n01, Bu\u0300 Đa\u0306ng ,4\n")

    (only,) = read_rows(path, HEADER)

    assert only.text("name") == "Bù Đăng"


@pytest.mark.parametrize(
    ("content", "at", "reason"),
    [
        ("", None, "empty"),
        ("code,stars,name\n", 1, "header must be code,name,stars"),
        ("code,name,stars\n01,a,3\n02,b\n", 3, "2 cells, the header has 3"),
        ("code,name,stars\n01,a,3,4\n", 2, "4 cells, the header has 3"),
        ("code,name,stars\n01,a\0b,3\n", 2, "NUL"),
        ('code,name,stars\n01,a,3\n02,"open,3\n', 3, "not CSV"),
        (b"code,name,stars\n01,\xff,3\n", None, "cannot be read"),
    ],
)
def test_a_broken_file_names_its_place(write, content, at, reason):
    path = write(content)

    with pytest.raises(DataFileError, match=reason) as caught:
        read_rows(path, HEADER)

    assert (caught.value.file, caught.value.row) == ("things.csv", at)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataFileError, match=r"absent\.csv: cannot be read"):
        read_rows(tmp_path / "absent.csv", HEADER)


def test_cells_become_typed_values():
    cells = row(stars="4", lat="11.85", day="2026-04-30", other="00025; 00028;", blank="")

    assert cells.integer("stars", 3, 5) == 4
    assert cells.decimal("lat", -90, 90) == 11.85
    assert cells.day("day") == date(2026, 4, 30)
    assert cells.parts("other") == ["00025", "00028"]
    assert cells.parts("blank") == []
    assert cells.choice("stars", {"3", "4", "5"}) == "4"
    assert cells.optional("blank") == ""


@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (lambda r: r.text("blank"), "blank is empty"),
        (lambda r: r.text("word", 2), "at most 2"),
        (lambda r: r.integer("word"), "'tám', which is not a whole number"),
        (lambda r: r.integer("six", 3, 5), r"outside 3\.\.5"),
        (lambda r: r.decimal("nan"), "not a finite number"),
        (lambda r: r.day("word"), "a day written as"),
        (lambda r: r.choice("six", {"3", "4"}), "allowed are 3, 4"),
    ],
)
def test_a_bad_cell_names_row_and_reason(read, reason):
    cells = row(blank="", word="tám", six="6", nan="nan")

    with pytest.raises(DataFileError, match=r"things\.csv, row 7: .*" + reason):
        read(cells)


def test_a_doubled_key_names_both_rows(write):
    path = write("code,name,stars\n01,a,3\n01,b,4\n")

    with pytest.raises(DataFileError, match="row 3: code 01 stands in row 2 already"):
        unique(read_rows(path, HEADER), "code")
