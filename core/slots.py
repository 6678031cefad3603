"""Named slots: what lower rooms offer for upper rooms to fill in `ready()` (architecture §3)."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

Filler = TypeVar("Filler", bound=Callable[..., object])


class Slot(Generic[Filler]):
    """A list of functions that upper rooms hang in; iterated in the order of their weight.

    >>> slot = Slot("page sections")
    >>> slot.fill(print, weight=2)
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._fillers: list[tuple[int, Filler]] = []

    def fill(self, filler: Filler, weight: int = 0) -> None:
        """Hang a function in; the same one a second time changes nothing."""
        if all(known is not filler for _weight, known in self._fillers):
            self._fillers.append((weight, filler))
            self._fillers.sort(key=lambda pair: pair[0])

    def __iter__(self) -> Iterator[Filler]:
        return (filler for _weight, filler in self._fillers)
