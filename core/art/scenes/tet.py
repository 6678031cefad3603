"""Tết: a branch of yellow mai on basalt cloth, over a woven border. Its left half is left plain for words."""

import math
import random

from core.art.band import BandDesign
from core.art.scenes.loom import Loom

_PETALS_SEED = 11
_BORDER = BandDesign(ground="cham", figure="nghe", accent="trang", motif="nested", eyes=False, width=16)
_BLOSSOMS = (
    (0.955, 0.17, 6.5),
    (0.87, 0.40, 6.5),
    (0.785, 0.19, 4.5),
    (0.745, 0.56, 6),
    (0.655, 0.40, 4.5),
    (0.585, 0.66, 4.5),
    (0.525, 0.52, 3.5),
    (0.92, 0.68, 5),
    (0.845, 0.06, 4),
    (0.685, 0.13, 3.5),
)
"""Share of width, share of the plain cloth's height, and reach of the petals."""


def weave_tet(width: int, height: int) -> Loom:
    """Weave the scene on a grid of this many cells."""
    loom = Loom(width, height, "basalt")
    plain = height - 25
    loom.texture(
        0, 0, width, height, lambda x, y: "basalt+7" if (x + y) % 6 == 0 and (x - y) % 6 == 0 else None
    )
    _border(loom, plain)
    _falling_petals(loom, plain)
    _branch(loom, plain)
    for across, down, size in _BLOSSOMS:
        _blossom(loom, loom.across(across), int(plain * down), loom.size(size))
    return loom


def _border(loom: Loom, top: int) -> None:
    """Two nghệ lines, then a band that runs to the foot of the cloth."""
    tile = _BORDER.tile()
    loom.block(0, top, loom.width, 1, "nghe")
    loom.block(0, top + 2, loom.width, 1, "nghe")
    for y, row in enumerate(tile):
        for x in range(loom.width):
            loom.put(x, top + 4 + y, row[x % _BORDER.width])
    loom.block(0, loom.height - 1, loom.width, 1, "nghe")


def _branch(loom: Loom, plain: int) -> None:
    """One bough from the upper right, thinner toward its tip, and four twigs."""
    knees = ((1.0, 0.10), (0.80, 0.36), (0.63, 0.50), (0.52, 0.64), (0.45, 0.76))
    spots = [(loom.across(x), int(plain * y)) for x, y in knees]
    for at in range(len(spots) - 1):
        loom.line(spots[at], spots[at + 1], loom.size(2.4 - at * 0.5), "ca_phe")
    twigs = (((0.90, 0.23), (0.845, 0.08)), ((0.80, 0.36), (0.785, 0.22)), ((0.87, 0.29), (0.92, 0.62)))
    more = (((0.72, 0.43), (0.685, 0.16)), ((0.66, 0.47), (0.585, 0.62)), ((0.76, 0.40), (0.745, 0.52)))
    for (x0, y0), (x1, y1) in (*twigs, *more):
        loom.line(
            (loom.across(x0), int(plain * y0)), (loom.across(x1), int(plain * y1)), loom.size(1.1), "ca_phe"
        )


def _falling_petals(loom: Loom, plain: int) -> None:
    dice = random.Random(_PETALS_SEED)
    for _ in range(loom.size(26)):
        x, y = dice.randrange(loom.across(0.56), loom.width), dice.randrange(2, plain - 3)
        loom.put(x, y, "nghe")


def _blossom(loom: Loom, x: int, y: int, reach: int) -> None:
    """Five round petals with a pale rim, each held apart by its rim, and a gạch heart."""
    radius = reach * 0.68
    centres = [
        (x + math.cos(turn) * reach * 0.92, y + math.sin(turn) * reach * 0.92)
        for turn in (-math.pi / 2 + at * 2 * math.pi / 5 for at in range(5))
    ]

    def petal(column: int, row: int) -> str | None:
        nearest = min(math.hypot(column - px, row - py) for px, py in centres)
        if math.hypot(column - x, row - y) <= max(1.0, reach * 0.3):
            return "gach"
        if nearest > radius:
            return None
        return "nghe+38" if nearest > radius - max(1.0, reach * 0.2) else "nghe"

    far = 2 * reach
    loom.texture(x - far, y - far, 2 * far + 1, 2 * far + 1, petal)
