"""What a kind of pack or thing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.art.pictures.stage import Stage


@dataclass(frozen=True)
class Kind:
    """One way to show a product: a drawing on a stage of 200 × 200, its foot at about 174.

    `stands`: on the floor, with a shadow `shadow` wide to each side of the middle; otherwise the drawing
    fills the square by itself. `loose_in_front`: pieces of the ingredient lie at its foot. `colours`: the
    shades that must stand out from the field, where they are not the pack's own.
    """

    draw: Callable[[Stage], str]
    loose_in_front: bool = True
    stands: bool = True
    shadow: int = 66
    colours: tuple[str, ...] = ()
