"""Facts of pages that a process keeps while nothing they tell has changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection

from core.generations import CATALOGUE, current

Facts = TypeVar("Facts")


class KeptFacts(Generic[Facts]):
    """The facts used last, of one day and one generation of the catalogue.

    Whoever saves what pages show begins a new generation after the commit (`core.generations`); then, and at
    midnight in Vietnam, everything is worked out anew. Inside a transaction nothing is kept: uncommitted
    changes are seen there and nowhere else.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Facts] = OrderedDict()
        self._of: tuple[date, str] | None = None
        self._lock = Lock()

    def of(self, key: Hashable, day: date, make: Callable[[], Facts]) -> Facts:
        """Return the facts kept under `key` for `day`, or make and keep them."""
        if connection.in_atomic_block:
            return make()
        # Read before the facts: a change that is committed meanwhile is then read twice, never missed.
        now = (day, current([CATALOGUE]))
        with self._lock:
            if self._of != now:
                self._kept.clear()
                self._of = now
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        facts = make()
        with self._lock:
            if self._of == now:
                self._kept[key] = facts
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return facts
