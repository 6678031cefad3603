"""Keeps pins and names on the map from covering each other."""

import math
from collections.abc import Sequence

from core.art import svg
from core.art.pictures.lettering import width_em
from core.art.yarns import colour

_GAP = 3
_ROUNDS = 60
_LETTERS = 15
_HALO = "basalt-42"
_LABEL_STEPS = (0, 26, -26, 40, -40, 54)


def spread(points: Sequence[tuple[float, float]], radii: Sequence[float]) -> list[tuple[float, float, float]]:
    """Move circles apart until none covers another, each as little as needed; returns (x, y, radius)."""
    spots = [[x, y] for x, y in points]
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(spots)):
            for other in range(one + 1, len(spots)):
                moved |= _push(spots[one], spots[other], radii[one] + radii[other] + _GAP, one + other)
        if not moved:
            break
    return [(x, y, radius) for (x, y), radius in zip(spots, radii, strict=True)]


def _push(one: list[float], other: list[float], apart: float, turn: int) -> bool:
    """Push two points apart along the line between them; two on one spot part in a direction of their own."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    distance = math.hypot(dx, dy)
    if distance >= apart - 0.01:
        return False
    if distance < 0.01:
        dx, dy, distance = math.cos(turn * 2.4), math.sin(turn * 2.4), 1.0
        push = apart / 2
    else:
        push = (apart - distance) / 2
    for point, sign in ((one, -1), (other, 1)):
        point[0] += sign * push * dx / distance
        point[1] += sign * push * dy / distance
    return True


def write_labels(
    labels: Sequence[tuple[str, float, float]], pins: Sequence[tuple[float, float, float]], width: float
) -> str:
    """Write names, white with a dark halo, each at the first height where it covers no pin and no name."""
    taken = [(x - r - 2, y - r - 2, x + r + 2, y + r + 2) for x, y, r in pins]
    written = ""
    for words, x, y in labels:
        half = width_em(words.upper()) * 0.84 * _LETTERS / 2  # small letters are narrower than capitals
        middle = min(max(x, half), width - half)
        for step in _LABEL_STEPS:
            box = (middle - half, y + step - 12, middle + half, y + step + 5)
            if not any(_overlap(box, other) for other in taken):
                taken.append(box)
                written += svg.element("text", svg.text(words), x=middle, y=y + step)
                break
    if not written:
        return ""
    return svg.group(
        written,
        font_size=_LETTERS,
        font_weight="600",
        text_anchor="middle",
        fill="#fff",
        stroke=colour(_HALO),
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
        class_="label",
    )


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
