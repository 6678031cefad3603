"""Reading the data files that ship with the site: CSV with a fixed header, each cell checked as it is read.

A loader reads all rows before it writes any, so that a broken row stops it with its file, its row and the
reason, and nothing half-loaded.
"""

import csv
import io
import math
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
_Number = TypeVar("_Number", int, float)


class DataFileError(Exception):
    """A data file cannot be read as it stands; nothing of it was used.

    Attributes:
        file: The file's name, without its folder.
        row: The row as a spreadsheet counts it (the header is row 1), None where the whole file is meant.
        reason: What is wrong there.
    """

    def __init__(self, file: str, row: int | None, reason: str) -> None:
        self.file = file
        self.row = row
        self.reason = reason
        where = file if row is None else f"{file}, row {row}"
        super().__init__(f"{where}: {reason}")


@dataclass(frozen=True)
class Row:
    """One row of a data file; its readers raise `DataFileError` with the place of the row.

    Cells are stripped of outer blanks and composed (Unicode NFC), since equal names must compare equal.
    """

    file: str
    number: int
    cells: dict[str, str]

    def error(self, reason: str) -> DataFileError:
        """Make the error that names this row, for rules only the loader knows."""
        return DataFileError(self.file, self.number, reason)

    def optional(self, column: str) -> str:
        """Return the text of a cell that may be empty."""
        return self.cells[column]

    def text(self, column: str, max_length: int | None = None) -> str:
        """Return the text of a cell that must not be empty, nor longer than `max_length` characters."""
        value = self.cells[column]
        if not value:
            raise self.error(f"{column} is empty")
        if max_length is not None and len(value) > max_length:
            raise self.error(f"{column} has {len(value)} characters, at most {max_length} are allowed")
        return value

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """Return the text of a cell that must be one of `allowed`."""
        value = self.text(column)
        if value not in allowed:
            raise self.error(f"{column} is {value!r}, allowed are {', '.join(sorted(allowed))}")
        return value

    def integer(self, column: str, least: int | None = None, most: int | None = None) -> int:
        """Return a whole number, both bounds included."""
        value = self._parsed(column, int, "a whole number")
        return self._within(column, value, least, most)

    def decimal(self, column: str, least: float | None = None, most: float | None = None) -> float:
        """Return a finite number written with a decimal point, both bounds included."""
        value = self._parsed(column, float, "a number")
        if not math.isfinite(value):
            raise self.error(f"{column} is not a finite number")
        return self._within(column, value, least, most)

    def day(self, column: str) -> date:
        """Return a day written as 2026-04-30."""
        return self._parsed(column, date.fromisoformat, "a day written as 2026-04-30")

    def parts(self, column: str, separator: str = ";") -> list[str]:
        """Return the texts of a cell that lists several, none of them empty; an empty cell lists none."""
        return [part for part in (part.strip() for part in self.cells[column].split(separator)) if part]

    def _parsed(self, column: str, parse: Callable[[str], _T], what: str) -> _T:
        text = self.text(column)
        try:
            return parse(text)
        except ValueError as error:
            raise self.error(f"{column} is {text!r}, which is not {what}") from error

    def _within(self, column: str, value: _Number, least: float | None, most: float | None) -> _Number:
        if (least is not None and value < least) or (most is not None and value > most):
            raise self.error(f"{column} is {value}, outside {least}..{most}")
        return value


def read_rows(path: Path, header: Sequence[str]) -> list[Row]:
    """Read all rows of a UTF-8 CSV file whose first row is exactly `header`; blank rows are passed over.

    Raises:
        DataFileError: The file is missing, is no UTF-8 or no CSV, has another header, or a row has more or
            fewer cells than the header.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path.name, None, f"cannot be read: {error}") from error
    return list(_rows(path.name, text, list(header)))


def unique(rows: Iterable[Row], column: str) -> dict[str, Row]:
    """Return the rows by the text of `column`, in their order.

    Raises:
        DataFileError: The cell is empty, or two rows hold the same text there.
    """
    found: dict[str, Row] = {}
    for row in rows:
        key = row.text(column)
        if key in found:
            raise row.error(f"{column} {key} stands in row {found[key].number} already")
        found[key] = row
    return found


def _rows(file: str, text: str, header: list[str]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, raw in enumerate(reader, start=1):
            cells = [unicodedata.normalize("NFC", cell).strip() for cell in raw]
            if number == 1:
                if cells != header:
                    raise DataFileError(file, 1, f"the header must be {','.join(header)}")
                continue
            if not any(cells):
                continue
            if len(cells) != len(header):
                raise DataFileError(file, number, f"{len(cells)} cells, the header has {len(header)}")
            # PostgreSQL refuses this character; better here, where the row is known.
            if any("\0" in cell for cell in cells):
                raise DataFileError(file, number, "a cell holds a NUL character")
            yield Row(file, number, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise DataFileError(file, number + 1, f"not CSV: {error}") from error
    if number == 0:
        raise DataFileError(file, None, "the file is empty")
