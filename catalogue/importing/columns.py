"""Columns of an imported sheet and what a cell of each kind may hold."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from core.vietnamese import fold

_DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d+)$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


class CellRefused(ValueError):
    """A cell holds what its column does not take; the text is for the person who sent the file."""


@dataclass(frozen=True)
class Refused:
    """Stands in the place of a value that was refused."""

    words: str


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: Of the field.
        label: In the heading; both languages are read.
        read: Makes a value of the cell's content.
        is_required: An empty cell is refused.
        help: Shown in the template's second sheet.
        example: A cell of the template's second sheet.
    """

    name: str
    label: Any
    read: Callable[[Any], Any]
    is_required: bool = True
    help: Any = ""
    example: Any = ""

    def labels(self) -> set[str]:
        """Return the heading in both languages, folded."""
        words = set()
        for language in ("vi", "en"):
            with override(language):
                words.add(fold(str(self.label)))
        return words

    def prepared(self) -> "Column":
        """Return the column ready for the cells of one file."""
        return replace(self, read=self.read.prepared()) if isinstance(self.read, Choice) else self

    def value(self, content: Any) -> Any:
        """Return what a cell means, or why it is refused."""
        if content is None or (isinstance(content, str) and not content.strip()):
            return Refused(_("This cell must not be empty.")) if self.is_required else None
        try:
            return self.read(content)
        except CellRefused as error:
            return Refused(str(error))


def text(longest: int) -> Callable[[Any], str]:
    """Return a reader of text; a number is refused, since leading zeros are lost already."""

    def read(content: Any) -> str:
        if not isinstance(content, str):
            raise CellRefused(_("This is a number or a day. Format the cell as text and type it again."))
        words = " ".join(content.split())
        if len(words) > longest:
            raise CellRefused(_("Longer than %(most)s characters.") % {"most": longest})
        if any(ord(letter) < 32 for letter in words):
            raise CellRefused(_("Holds signs that cannot be read."))
        return words

    return read


def integer(least: int, most: int) -> Callable[[Any], int]:
    """Return a reader of whole numbers."""

    def read(content: Any) -> int:
        number = _number(content)
        if number != number.to_integral_value() or not least <= number <= most:
            raise CellRefused(
                _("Type a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
            )
        return int(number)

    return read


def decimal(least: int, most: int, places: int) -> Callable[[Any], Decimal]:
    """Return a reader of numbers with some places after the point."""

    def read(content: Any) -> Decimal:
        number = _number(content)
        # Asked first: 1E+30 cannot be rounded to so many places, nor can what is endless.
        if not least <= number <= most:
            raise CellRefused(_("Type a number from %(least)s to %(most)s.") % {"least": least, "most": most})
        return round(number, places)

    return read


def _number(content: Any) -> Decimal:
    if isinstance(content, bool | datetime | date | time):
        raise CellRefused(_("This is no number."))
    if isinstance(content, str):
        raise CellRefused(_("This is text that looks like a number, or no number. Type it as a number."))
    return Decimal(str(content))


def day(content: Any) -> date:
    """Read a day: a date cell, or text such as 28/06/2026."""
    if isinstance(content, datetime):
        if content.time() != time.min:
            raise CellRefused(_("Type a day without a time."))
        return _sensible(content.date())
    if isinstance(content, date):
        return _sensible(content)
    if not isinstance(content, str):
        raise CellRefused(_("This is a number. Type a day, such as 28/06/2026."))
    words = content.strip()
    if found := _ISO.match(words):
        year, month, number = found.groups()
    elif found := _DAY.match(words):
        number, month, year = found.groups()
        if len(year) != 4:
            raise CellRefused(_("Write the year with four digits."))
    else:
        raise CellRefused(_("Type a day, such as 28/06/2026."))
    try:
        return _sensible(date(int(year), int(month), int(number)))
    except ValueError as error:
        if isinstance(error, CellRefused):
            raise
        raise CellRefused(_("There is no such day.")) from error


def _sensible(found: date) -> date:
    if not 2018 <= found.year <= 2100:
        raise CellRefused(_("The year %(year)s cannot be right.") % {"year": found.year})
    return found


class Choice:
    """Reads one of some words, with marks or without; the words are asked for once a file."""

    def __init__(self, options: Callable[[], Mapping[str, Any]]) -> None:
        self._options = options
        self._known: Mapping[str, Any] = {}

    def prepared(self) -> "Choice":
        """Return a reader with the words as they stand now."""
        reader = Choice(self._options)
        reader._known = self._options()
        return reader

    def __call__(self, content: Any) -> Any:
        folded = {fold(words): meaning for words, meaning in self._known.items()}
        found = folded.get(fold(str(content)))
        if found is None:
            raise CellRefused(_("Type one of: %(choices)s.") % {"choices": ", ".join(self._known)})
        return found
