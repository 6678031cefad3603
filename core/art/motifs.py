"""Six geometric motifs of our own. Each says which cells of a width × height field show the figure yarn.

They are inspired by weaving and copy no named motif of any people.
"""

from collections.abc import Callable
from typing import TypeAlias

Motif: TypeAlias = Callable[[int, int, int, int], bool]
"""Called with column, row, width and height, all in cells."""


def lozenge(x: int, y: int, width: int, height: int) -> bool:
    """A full lozenge that touches the middle of each side."""
    dx, dy = _from_centre(x, y, width, height)
    return dx / (width / 2) + dy / (height / 2) <= 1


def nested(x: int, y: int, width: int, height: int) -> bool:
    """Lozenges within a lozenge: every third ring is dropped."""
    ring = _ring(x, y, width, height)
    return ring <= width / 2 and int(ring) % 3 != 1


def zigzag(x: int, y: int, width: int, height: int) -> bool:
    """Slanting bars that meet at the centre column."""
    dx, _ = _from_centre(x, y, width, height)
    return (dx + y) % (width / 2) < width / 5


def hourglass(x: int, y: int, width: int, height: int) -> bool:
    """Two triangles that touch at the centre."""
    dx, dy = _from_centre(x, y, width, height)
    return dx <= dy * width / height + 0.6


def eye(x: int, y: int, width: int, height: int) -> bool:
    """The outermost ring of a lozenge and a dot at its centre."""
    ring = _ring(x, y, width, height)
    return width / 2 - 1.6 <= ring <= width / 2 + 0.2 or ring <= 1.2


def key(x: int, y: int, width: int, height: int) -> bool:
    """The outer ring of a square and a block at its centre."""
    dx, dy = _from_centre(x, y, width, height)
    ring = max(dx, dy * width / height)
    return width / 2 - 2 < ring <= width / 2 - 0.5 or ring < 1.6


MOTIFS: dict[str, Motif] = {
    "lozenge": lozenge,
    "nested": nested,
    "zigzag": zigzag,
    "hourglass": hourglass,
    "eye": eye,
    "key": key,
}


def _from_centre(x: int, y: int, width: int, height: int) -> tuple[float, float]:
    return abs(x - width / 2 + 0.5), abs(y - height / 2 + 0.5)


def _ring(x: int, y: int, width: int, height: int) -> float:
    """Say how far a cell is from the centre, counted in lozenge rings of one column."""
    dx, dy = _from_centre(x, y, width, height)
    return dx + dy * width / height
