"""Streams of a PDF and the names in the dictionaries before them (ISO 32000-2, 7.3.8).

Every `obj` in the file is tried, also one inside a string or a stream: what is tried too often does no harm,
and nobody can make us skip the true one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .names import plain

_OBJECT = re.compile(rb"(?<!end)obj(?=[\x00\t\n\x0c\r <%])")
_TOKEN = re.compile(
    rb"(?P<blank>[\x00\t\n\x0c\r ]+|%[^\r\n]*)"
    rb"|(?P<open><<)|(?P<close>>>)"
    rb"|/(?P<name>[^\x00\t\n\x0c\r /<>\[\](){}%]*)"
    rb"|(?P<text>\()"
    rb"|<[^<>]*>"
    rb"|[^\x00\t\n\x0c\r /<>\[\](){}%]+"
    rb"|[\[\]{})<>]"
)
_IN_TEXT = re.compile(rb"\\.|[()]", re.DOTALL)
#: White space and comments, in one go and never back.
_GAP = re.compile(rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+[\r\n])*+")
_STREAM = re.compile(rb"stream\r?\n?")
#: Longer dictionaries before a stream are none that a scanner or an office program writes.
_LONGEST = 262_144


class UnreadableDictionary(Exception):
    """A dictionary is too long, or together they would take too long to read."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: the names in its dictionary, keys and values alike, and where its bytes begin."""

    names: tuple[str, ...]
    begin: int


def streams_of(data: bytes) -> Iterator[Stream]:
    """Yield every stream that any reader could find.

    Raises:
        UnreadableDictionary: One cannot be read in reasonable time.
    """
    left = 4 * len(data) + _LONGEST
    for found in _OBJECT.finditer(data):
        names, end = _dictionary(data, found.end())
        gap = _GAP.match(data, end) if names else None
        begin = gap.end() if gap else end
        left -= begin - found.end()
        if left < 0:
            raise UnreadableDictionary
        stream = _STREAM.match(data, begin) if gap else None
        if stream is not None:
            yield Stream(tuple(names), stream.end())


def _dictionary(data: bytes, at: int) -> tuple[list[str], int]:
    """Return the names of the dictionary at a place and where it ends; none where there is none."""
    names: list[str] = []
    begin, depth = at, 0
    while at < len(data):
        if at - begin > _LONGEST:
            raise UnreadableDictionary
        token = _TOKEN.match(data, at)
        if token is None:
            break
        at = token.end()
        kind = token.lastgroup
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
            if depth <= 0:
                break
        elif kind == "name":
            names.append(plain(token["name"]))
        elif kind == "text":
            at = _after_text(data, at, begin + _LONGEST)
        if depth == 0 and kind != "blank":
            return [], at  # a number, an array or a text: no dictionary
    return names, at


def _after_text(data: bytes, at: int, limit: int) -> int:
    """Return where a text in parentheses ends; those inside it count in pairs."""
    depth = 1
    for found in _IN_TEXT.finditer(data, at, limit):
        if found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
            if depth == 0:
                return found.end()
    raise UnreadableDictionary
