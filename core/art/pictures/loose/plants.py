"""Leaves, flowers, mushrooms, vegetables; and what comes from water and henhouse."""

import math

from core.art import svg
from core.art.pictures.loose.piece import SMALL_SPOTS, Loose


def petals(count: int, reach: float, radius: float, shade: str) -> str:
    """Round petals about the origin, the first pointing up."""
    turns = [-math.pi / 2 + at * 2 * math.pi / count for at in range(count)]
    return "".join(
        svg.circle(reach * math.cos(turn), reach * math.sin(turn), radius, shade) for turn in turns
    )


def _flower(petal: str, heart: str, ground: str, count: int = 5) -> Loose:
    return Loose(
        petals(count, 17, 13 if count < 7 else 9, petal) + svg.circle(0, 0, 9, heart),
        size=60,
        ground=ground,
        loose_size=30,
        row_pitch=0.9,
        spots=SMALL_SPOTS,
    )


PLANTS = {
    "tea_leaf": Loose(
        svg.path("M0 32C-20 20-32 2-24-16-6-8 0 8 0 32z", "la_sang")
        + svg.path("M0 32C20 20 32 2 24-16 6-8 0 8 0 32z", "la")
        + svg.path("M0 30C-8 8-8-14 0-32 8-14 8 8 0 30z", "non"),
        size=62,
        ground="la-50",
        row_pitch=0.92,
        loose_size=36,
    ),
    "leaf": Loose(
        svg.path("M-32 10C-26-18 4-28 32-22 28 8 0 26-32 10z", "la_sang")
        + svg.path("M-32 10C-10 4 14-6 32-22 28 8 0 26-32 10z", "la"),
        size=66,
        ground="la-50",
        row_pitch=0.7,
        loose_size=40,
    ),
    "herb": Loose(
        svg.line("M0 34V-20", "la", 4)
        + svg.path("M0 24Q-22 22-26 6-8 6 0 24zM0 24Q22 22 26 6 8 6 0 24z", "la_sang")
        + svg.path("M0 4Q-20 2-23-14-6-12 0 4zM0 4Q20 2 23-14 6-12 0 4z", "la_sang+14")
        + svg.path("M0-10Q-10-20 0-36 10-20 0-10z", "non"),
        size=66,
        ground="la-50",
        row_pitch=0.95,
        loose_size=46,
        turns=False,
    ),
    "flower": _flower("nghe", "gach", "la-30"),
    "flower_pink": _flower("hong-4", "nghe", "la-30"),
    "flower_white": _flower("trang", "nghe", "la-20", count=8),
    "hibiscus": _flower("basalt+12", "nghe", "la-40"),
    "mushroom": Loose(
        svg.path("M-9 0H9L13 26Q0 34-13 26z", "kem")
        + svg.path("M3 0H9L13 26Q8 30 2 31z", "kem-14")
        + svg.path("M-31 4C-30-24-12-32 0-32 12-32 30-24 31 4 14 10-14 10-31 4z", "nau+6")
        + svg.path("M31 4C30-20 16-30 4-32 16-20 20-6 14 8z", "ca_phe+4"),
        size=64,
        ground="la-45",
        row_pitch=0.95,
        loose_size=36,
        turns=False,
    ),
    "lingzhi": Loose(
        svg.path("M-6 2H6L9 32H-9z", "ca_phe")
        + svg.path("M-32 6C-32-20-12-28 0-28 12-28 32-20 32 6z", "gach-20")
        + svg.line(
            "M-25 5C-22-14-10-20 0-20 10-20 22-14 25 5M-14 5C-12-6-6-10 0-10 6-10 12-6 14 5", "nghe", 4
        ),
        size=64,
        ground="la-45",
        loose_size=40,
        turns=False,
    ),
    "greens": Loose(
        svg.path("M-12 30C-14 12-32 8-30-12-26-30-8-32 0-20 8-32 26-30 30-12 32 8 14 12 12 30z", "la_sang")
        + svg.path("M0-20C8-32 26-30 30-12 32 8 14 12 12 30H4C8 8 6-8 0-20z", "la")
        + svg.path("M-12 30C-10 14-6 4-3-8L0 4 4-8C6 4 10 14 12 30z", "non+45"),
        size=64,
        ground="la-50",
        row_pitch=0.88,
        loose_size=44,
        turns=False,
    ),
    "carrot": Loose(
        svg.path("M-30 0C-30-14-14-16 0-12 14-8 28-2 34 4 24 10 8 14-6 14-20 14-30 12-30 0z", "gach+12")
        + svg.path("M34 4C24 10 8 14-6 14-20 14-30 12-30 0-12 10 12 8 34 4z", "gach-8")
        + svg.path("M-28-2-46-16-40-4-50 2-40 6-44 16-28 4z", "la_sang"),
        size=78,
        ground="ca_phe-20",
        row_pitch=0.46,
        loose_size=52,
    ),
    "tomato": Loose(
        svg.circle(0, 2, 29, "basalt+14")
        + svg.path("M14-24A29 29 0 0 1-8 30 34 34 0 0 0 14-24z", "basalt-10")
        + svg.path("M0-20-18-24-7-29-5-38 1-31 12-36 9-28 19-23z", "la"),
        size=62,
        ground="la-40",
        loose_size=32,
        turns=False,
    ),
    "pumpkin": Loose(
        svg.ellipse(-17, 4, 15, 23, "gach+6")
        + svg.ellipse(17, 4, 15, 23, "gach-8")
        + svg.ellipse(0, 4, 15, 25, "gach+18")
        + svg.path("M-4-20 0-36H8L5-19z", "la"),
        size=64,
        ground="la-40",
        loose_size=42,
        turns=False,
    ),
    "cassava": Loose(
        svg.path("M-34 2C-24-14 4-14 22-8L33-2C28 10 4 14-14 12-24 11-32 8-34 2z", "nau")
        + svg.path("M-34 2C-24 12 10 12 33-2 28 10 4 14-14 12-24 11-32 8-34 2z", "nau-25")
        + svg.ellipse(26, -3, 7, 8, "trang"),
        size=68,
        ground="ca_phe-20",
        row_pitch=0.46,
        loose_size=48,
    ),
    "bamboo_shoot": Loose(
        svg.path("M0-34C16-18 22 8 20 30H-20C-22 8-16-18 0-34z", "nghe_sam+45")
        + svg.path("M0-34C16-18 22 8 20 30H8C12 8 8-14 0-34z", "nau+20")
        + svg.line("M-18 10Q0 2 12 8M-20 22Q0 14 14 20M-12-6Q0-12 8-8", "nau", 3),
        size=64,
        ground="la-40",
        loose_size=44,
        turns=False,
    ),
    "egg": Loose(
        svg.path("M0-31C13-31 24-8 24 7 24 22 13 30 0 30-13 30-24 22-24 7-24-8-13-31 0-31z", "kem+20")
        + svg.path("M8-28C17-22 24-6 24 7 24 22 13 30 0 30-4 30-8 29-11 28 12 24 20-2 8-28z", "kem-12"),
        size=60,
        ground="nau",
        loose_size=30,
        turns=False,
    ),
    "fish": Loose(
        svg.path("M-34 0C-20-20 8-20 22-2L38-16C34-6 34 6 38 16L22 2C8 20-20 20-34 0z", "ho")
        + svg.path("M-34 0C-20 20 8 20 22 2L38 16C34 8 34 4 34 0 10 8-14 6-34 0z", "ho_nhat")
        + svg.circle(-22, -3, 3, "den")
        + svg.line("M-12-11Q-6 0-12 9", "ho-30", 2.5),
        size=74,
        ground="ho_nhat+20",
        row_pitch=0.52,
        loose_size=56,
    ),
    "cricket": Loose(
        svg.line("M-6 6-16 24M4 6 18-16 30 24M-20-6-34-20M-18-8-26-26", "ca_phe", 4)
        + svg.path("M-30 0C-24-16 14-16 32 6 12 16-26 16-30 0z", "nau-10")
        + svg.path("M-8-9C8-12 24-4 32 6 16 6 0 2-8-9z", "nau+18"),
        size=66,
        ground="la-40",
        loose_size=34,
        row_pitch=0.8,
    ),
}
