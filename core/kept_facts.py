"""Facts of pages that a process keeps while nothing they tell has changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection

from core.generations import CATALOGUE, current

Facts = TypeVar("Facts")
Key = TypeVar("Key", bound=Hashable)


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
        return self.of_many([key], day, lambda _missing: {key: make()})[key]

    def of_many(
        self, keys: Sequence[Key], day: date, make: Callable[[list[Key]], dict[Key, Facts]]
    ) -> dict[Key, Facts]:
        """Return the facts kept under these keys for `day`; those that are missing are made in one go.

        Args:
            keys: What is asked for.
            day: For which the facts hold.
            make: Told the missing keys, returns facts for them, or for some of them.
        """
        if connection.in_atomic_block:
            return make(list(keys))
        # Read before the facts: a change that is committed meanwhile is then read twice, never missed.
        now = (day, current([CATALOGUE]))
        found: dict[Key, Facts] = {}
        with self._lock:
            if self._of != now:
                self._kept.clear()
                self._of = now
            for key in keys:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    found[key] = self._kept[key]
        missing = [key for key in keys if key not in found]
        if missing:
            made = make(missing)
            found |= made
            with self._lock:
                if self._of == now:
                    for key, facts in made.items():
                        self._kept[key] = facts
                    while len(self._kept) > self._most:
                        self._kept.popitem(last=False)
        return found
