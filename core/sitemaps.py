"""The sitemap: an index of sections, each cut into files, each address with its pair in the other language.

Rooms hang their sections into the slot in `ready()`; nothing here knows what they list.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db.models import QuerySet

from core.addresses import LANGUAGES, addresses_of, addresses_of_named_view
from core.slots import Slot

#: The protocol allows 50,000 in a file; small files are read again cheaply.
URLS_PER_FILE = 5_000


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One page: its path by language, and when what it shows changed last."""

    addresses: dict[str, str]
    changed_at: datetime | None = None

    @property
    def is_paired(self) -> bool:
        """Say whether the page exists in every language."""
        return set(self.addresses) >= set(LANGUAGES)


class SitemapSection(Protocol):
    """A part of the sitemap: products, producers, pages."""

    @property
    def name(self) -> str:
        """Part of the file's address: small letters and dashes."""

    def count(self) -> int:
        """Return how many pages there are."""

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Return the pages from `start` up to `stop`, in an order that stays."""


@dataclass(frozen=True, slots=True)
class ModelSection:
    """Pages of one model, each at its `get_absolute_url()`."""

    name: str
    #: Returns the rows that have a page, in an order that stays; read when asked, never at import.
    rows: Callable[[], QuerySet[Any]]
    #: The field that says when a row changed last, or nothing.
    changed_field: str = ""

    def count(self) -> int:
        """Return how many rows there are."""
        return self.rows().count()

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Return the rows of a slice with their addresses."""
        for row in self.rows()[start:stop]:
            changed = getattr(row, self.changed_field) if self.changed_field else None
            yield SitemapEntry(addresses_of(row), changed)


@dataclass(frozen=True, slots=True)
class ViewSection:
    """Pages that show no single thing: lists and forms, by the names of their views."""

    name: str
    views: tuple[str, ...]

    def count(self) -> int:
        """Return how many there are."""
        return len(self.views)

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Return the views of a slice with their addresses."""
        return (SitemapEntry(addresses_of_named_view(name)) for name in self.views[start:stop])


#: Filled with functions that return sections, since sections read models.
sitemap_sections: Slot[Callable[[], Iterable[SitemapSection]]] = Slot("sitemap sections")


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """One file of the sitemap; it holds each page once for each of its languages."""

    section: SitemapSection
    number: int

    @property
    def entries(self) -> Iterable[SitemapEntry]:
        """The pages of this file."""
        size = pages_per_file()
        return self.section.entries((self.number - 1) * size, self.number * size)


def pages_per_file() -> int:
    """Return how many pages fit into a file when each has an address in every language."""
    return URLS_PER_FILE // len(LANGUAGES)


def sections() -> list[SitemapSection]:
    """Return every section that has a page."""
    return [section for make in sitemap_sections for section in make()]


def files() -> list[SitemapFile]:
    """Return all files; an empty section has none."""
    return [
        SitemapFile(section, number)
        for section in sections()
        for number in range(1, -(-section.count() // pages_per_file()) + 1)
    ]


def file_of(name: str, number: int) -> SitemapFile | None:
    """Return one file, or None where there is none of that name and number."""
    for section in sections():
        if section.name == name:
            is_there = 1 <= number <= max(1, -(-section.count() // pages_per_file()))
            return SitemapFile(section, number) if is_there else None
    return None


def languages_of(entry: SitemapEntry) -> Sequence[str]:
    """Return the languages in which a page exists, in the site's order."""
    return [language for language in LANGUAGES if language in entry.addresses]
