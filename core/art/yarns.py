"""The yarns: the only colours art may use, and their tints.

A colour is written as a shade: the name of a yarn, and the percentage of white (`+`) or black (`-`) mixed
into it. `nghe` is the yarn itself, `nghe+40` a paler one, `nghe-20` a darker one.
"""

import math
import re
from functools import lru_cache

YARNS = {
    "cham": "#1E2A44",
    "cham_nhat": "#33456B",
    "den": "#17181C",
    "basalt": "#9B2C1A",
    "gach": "#C4552F",
    "nghe": "#F2B01E",
    "nghe_sam": "#C98A12",
    "la": "#2B6B3F",
    "la_sang": "#6E9A4A",
    "non": "#B9C96B",
    "trang": "#F4F2EA",
    "xam": "#8D9388",
    "ho": "#6FA3A6",
    "ho_nhat": "#A9CBC7",
    "ca_phe": "#5A3322",
    "nau": "#84543A",
    "hong": "#E9B8A2",
    "kem": "#EADFC3",
}

SOILS = {
    "dat_gach": "#C4552F",
    "dat_do": "#A8391F",
    "dat_cam": "#D2703F",
    "dat_nau": "#8A2715",
}
"""Four soils, for the woven map alone."""

_SHADE = re.compile(r"([a-z]+(?:_[a-z]+)?)(?:([+-])([1-9][0-9]?))?")
_LIGHT_INK, _DARK_INK = "trang", "den"


@lru_cache(maxsize=1024)
def colour(shade: str) -> str:
    """Return the colour of a shade as `#RRGGBB`.

    Raises:
        ValueError: This is not a shade of a known yarn.
    """
    match = _SHADE.fullmatch(shade)
    base = match and (YARNS.get(match[1]) or SOILS.get(match[1]))
    if match is None or base is None:
        raise ValueError(f"not a shade of a yarn: {shade!r}")
    sign, percent = match[2], match[3]
    if sign is None:
        return base
    goal, part = (255 if sign == "+" else 0), int(percent) / 100
    return "#" + "".join(f"{round(c + (goal - c) * part):02X}" for c in channels(base))


def channels(hex_colour: str) -> tuple[int, int, int]:
    """Split `#RRGGBB` into red, green and blue, each 0 to 255."""
    red, green, blue = (int(hex_colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Measure the contrast of two shades as WCAG does: 1 (alike) to 21."""
    low, high = sorted((_luminance(colour(one)), _luminance(colour(other))))
    return (high + 0.05) / (low + 0.05)


def ink_on(shade: str) -> str:
    """Choose the shade of ink, light or dark, that reads better on a ground."""
    return max((_LIGHT_INK, _DARK_INK), key=lambda ink: contrast(ink, shade))


def difference(one: str, other: str) -> float:
    """Tell how far apart two colours (`#RRGGBB`) look, 0 (alike) to about 765.

    Weighs the channels by how the eye sees them (the "redmean" formula): near enough to keep a pack and the
    field behind it apart.
    """
    (r1, g1, b1), (r2, g2, b2) = channels(one), channels(other)
    red = (r1 + r2) / 2
    squared = (2 + red / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - red) / 256) * (b1 - b2) ** 2
    return math.sqrt(squared)


def _luminance(hex_colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in channels(hex_colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
