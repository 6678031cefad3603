"""Reads what a visitor asked of the list. A bad value is left out and a sentence says so.

Parameters nobody knows never get here: the public page drops them (`core.public_pages`).
"""

import math
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.money import parse_vnd
from search.backends.base import Point, Range
from search.names import STARS, Names, Words, other_districts, other_units
from search.parameters import CHOICES, SORTS, TITLES, ListQuery

T = TypeVar("T")

LONGEST_QUERY = 200
#: A dearer product is a typing error; it also keeps numbers within what databases hold.
HIGHEST_PRICE = 10**12
#: A page of more digits lies past every end.
_PAGE_DIGITS = 9
#: Codes of places have five characters at most; longer text is not looked up.
_PLACE_CODE = re.compile(r"[0-9]{3,5}")
_MOST_CODES = 50
_MOST_SHOWN = 3
_MOST_LETTERS = 40


@dataclass(frozen=True)
class Reading:
    """A query as it was read.

    Attributes:
        query: Only good values.
        notes: Sentences about what was left out or corrected.
        places: Names of units and districts that no producer is from, by parameter and code.
    """

    query: ListQuery
    notes: list[str]
    places: dict[str, dict[str, Words]]


def read_query(given: QueryDict, names: Names, *, fixed: Collection[str] = ()) -> Reading:
    """Read the parameters of a list.

    Args:
        given: As the visitor sent them.
        names: What the filters may be.
        fixed: Parameters that the page itself decides, so the address may not.
    """
    return _Reader(given, names, fixed).read()


class _Reader:
    def __init__(self, given: QueryDict, names: Names, fixed: Collection[str]) -> None:
        self.given = given
        self.names = names
        self.fixed = fixed
        self.notes: list[str] = []
        self.places: dict[str, dict[str, Words]] = {}

    def read(self) -> Reading:
        text = self._text()
        choices = {name: values for name in CHOICES if (values := self._choice(name))}
        near = self._single("near", _point_of)
        sort = self._single("sort", lambda value: _sort_of(value, near)) or ""
        query = ListQuery(
            text=text,
            choices=choices,
            price=self._price(),
            in_stock=bool(self._single("in_stock", _tick_of)),
            # The order that would be used anyway is no part of the address.
            sort="" if sort == ("near" if near else "relevance") else sort,
            near=near,
            page=self._single("page", _page_of) or 1,
        )
        return Reading(query, self.notes, self.places)

    def _text(self) -> str:
        text = " ".join(self._last("q").split())
        if len(text) <= LONGEST_QUERY:
            return text
        self.notes.append(
            _("The search was longer than %(count)s letters; the rest was left out.")
            % {"count": LONGEST_QUERY}
        )
        return text[:LONGEST_QUERY].rstrip()

    def _choice(self, name: str) -> tuple[str, ...]:
        """Return the good values of a repeatable parameter, each once, sorted."""
        values = list(dict.fromkeys(value.strip() for value in self.given.getlist(name) if value.strip()))
        known = set() if name in self.fixed else self._known(name, values)
        good = [read for value in values if (read := _NORMAL.get(name, str)(value)) in known]
        self._leave_out(name, [value for value in values if _NORMAL.get(name, str)(value) not in known])
        return tuple(sorted(set(good)))

    def _known(self, name: str, values: list[str]) -> set[str]:
        """Return which values exist: those of the catalogue, and any place of the country."""
        match name:
            case "branch":
                return set(self.names.branches)
            case "set":
                return set(self.names.sets)
            case "stars":
                return set(STARS)
            case "producer":
                return set(self.names.producer_names)
            case "unit":
                return self._known_places(name, values, self.names.units, other_units)
            case _:
                return self._known_places(name, values, self.names.districts, other_districts)

    def _known_places(
        self,
        name: str,
        values: list[str],
        here: dict[str, Words],
        look_up: Callable[[list[str]], dict[str, Words]],
    ) -> set[str]:
        elsewhere = [value for value in values if value not in here and _PLACE_CODE.fullmatch(value)]
        if elsewhere:
            self.places[name] = look_up(elsewhere[:_MOST_CODES])
        return {*here, *self.places.get(name, ())}

    def _price(self) -> Range:
        least, most = self._single("price_from", _price_of), self._single("price_to", _price_of)
        if least is not None and most is not None and least > most:
            self.notes.append(_("The lowest price was above the highest, so both were left out."))
            return Range()
        return Range(least, most)

    def _last(self, name: str) -> str:
        """Return the value that counts of a parameter that is not a choice."""
        values = [value for value in self.given.getlist(name) if value.strip()]
        return values[-1] if values else ""

    def _single(self, name: str, parse: Callable[[str], T]) -> T | None:
        """Return the one value of a parameter, or None, with a note where it is bad."""
        value = self._last(name).strip()
        if not value:
            return None
        try:
            return parse(value)
        except ValueError:
            self._leave_out(name, [value])
            return None

    def _leave_out(self, name: str, values: list[str]) -> None:
        if values:
            shown = ", ".join(f"“{_legible(value)}”" for value in values[:_MOST_SHOWN])
            note = ngettext(
                "%(values)s does not fit “%(filter)s” and was left out.",
                "%(values)s do not fit “%(filter)s” and were left out.",
                len(values),
            )
            more = ", …" if len(values) > _MOST_SHOWN else ""
            self.notes.append(note % {"values": shown + more, "filter": TITLES[name]})


def _legible(value: str) -> str:
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in value[: _MOST_LETTERS + 1])
    return plain if len(plain) <= _MOST_LETTERS else f"{plain[:_MOST_LETTERS]}…"


def _set_number(value: str) -> str:
    return value.lstrip("0") if value.isascii() else value


#: How a value is written in the address, where people write it in other ways too.
_NORMAL: dict[str, Callable[[str], str]] = {"branch": str.upper, "set": _set_number}


def _price_of(value: str) -> int:
    price = parse_vnd(value)
    if price > HIGHEST_PRICE:
        raise ValueError("no product costs that much")
    return price


def _tick_of(value: str) -> bool:
    if value not in {"0", "1"}:
        raise ValueError("neither yes nor no")
    return value == "1"


def _sort_of(value: str, near: Point | None) -> str:
    if value not in SORTS or (value == "near" and near is None):
        raise ValueError("no such order")
    return value


def _point_of(value: str) -> Point:
    latitude, longitude = (float(part) for part in value.split(","))
    if not (math.isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError("not on the globe")
    return Point(latitude, longitude)


def _page_of(value: str) -> int:
    if not re.fullmatch(r"[0-9]+", value) or not value.strip("0"):
        raise ValueError("pages are counted from 1")
    return int(value) if len(value.lstrip("0")) <= _PAGE_DIGITS else 10**_PAGE_DIGITS
