"""What a loose ingredient is: one piece, drawn about the origin, and how pieces lie together."""

from dataclasses import dataclass
from typing import TypeAlias

Spot: TypeAlias = tuple[float, float, float]

BIG_SPOTS = ((36.0, 170.0, -20.0), (170.0, 167.0, 35.0))
SMALL_SPOTS = ((30.0, 170.0, 20.0), (46.0, 176.0, 80.0), (168.0, 172.0, -30.0), (180.0, 166.0, 50.0))
FINE_SPOTS = (
    (26.0, 170.0, 10.0),
    (37.0, 175.0, 70.0),
    (29.0, 179.0, 130.0),
    (168.0, 174.0, -40.0),
    (178.0, 169.0, 30.0),
    (180.0, 178.0, 100.0),
)


@dataclass(frozen=True)
class Loose:
    """One loose ingredient.

    `markup` is one piece about the origin, `size` units across; `ground` the shade seen between pieces;
    `pitch` the distance between pieces as a multiple of their size, `row_pitch` the same down, as a multiple
    of that; `window_share` the size of a piece in a window, as a share of its radius; `loose_size` the size,
    in pixels, of pieces at the foot of the pack, at `spots` (x, y, degrees). Pieces with `turns` may lie any
    way round; the others stand, leaning a little.
    """

    markup: str
    size: float
    ground: str
    pitch: float = 1.05
    row_pitch: float = 0.8
    window_share: float = 0.62
    loose_size: float = 40
    spots: tuple[Spot, ...] = BIG_SPOTS
    turns: bool = True
