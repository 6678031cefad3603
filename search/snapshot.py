"""One reading of the catalogue for lists: names, sale modes and products, kept while nothing changes.

It holds for one day in Vietnam and one generation of the catalogue, which whoever saves what lists show ends
after the commit (`core.generations`). So stars begin and end at midnight, whether a nightly task ran or not.
"""

import threading
import time
from dataclasses import dataclass
from datetime import date

from django.db import connection

from catalogue.models import SaleRule
from core.generations import CATALOGUE, current
from search.backends.columns import Columns, read_rows
from search.cards import CardBox
from search.names import Names, read_names
from search.reported import ReportedShelf, read_reported

#: Against writers that begin no generation, such as SQL by hand.
LONGEST_SECONDS = 60


@dataclass(frozen=True)
class Snapshot:
    """What lists need of the whole catalogue on one day."""

    day: date
    names: Names
    columns: Columns
    cards: CardBox
    reported: ReportedShelf


@dataclass(frozen=True)
class _Kept:
    day: date
    generation: str
    read_at: float
    snapshot: Snapshot


_kept: _Kept | None = None
_reading = threading.Lock()


def read_snapshot(day: date) -> Snapshot:
    """Read the catalogue as it stands now, in six queries."""
    names = read_names()
    modes = SaleRule.modes_on(day)
    return Snapshot(
        day=day,
        names=names,
        columns=Columns(read_rows(day, names, modes)),
        cards=CardBox(day, modes),
        reported=read_reported(day, names),
    )


def snapshot_on(day: date) -> Snapshot:
    """Return the catalogue of `day`, read anew only when a generation ended.

    Inside a transaction it is always read anew and never kept: uncommitted changes are seen there and
    nowhere else.
    """
    global _kept  # noqa: PLW0603  one for each process
    if connection.in_atomic_block:
        return read_snapshot(day)
    # Before the rows: a change that is committed meanwhile is then read twice, never missed.
    generation = current([CATALOGUE])
    kept = _kept
    if kept is not None and _holds(kept, day, generation):
        return kept.snapshot
    with _reading:
        if _kept is None or not _holds(_kept, day, generation):
            _kept = _Kept(day, generation, time.monotonic(), read_snapshot(day))
        return _kept.snapshot


def forget() -> None:
    """Drop what is kept, so that the next list reads anew."""
    global _kept  # noqa: PLW0603
    _kept = None


def _holds(kept: _Kept, day: date, generation: str) -> bool:
    fresh = time.monotonic() - kept.read_at < LONGEST_SECONDS
    return fresh and kept.day == day and kept.generation == generation
