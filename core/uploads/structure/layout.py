"""What the structure of a picture tells."""

from dataclasses import dataclass


class BrokenFile(Exception):
    """The file is not complete or not put together as its kind asks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a picture says of itself.

    Attributes:
        width: In pixels, as stored: before any turning.
        height: In pixels.
        is_animated: Whether it moves.
        end: Where the picture ends in the file, in bytes; what follows is no part of it.
    """

    width: int
    height: int
    is_animated: bool
    end: int
