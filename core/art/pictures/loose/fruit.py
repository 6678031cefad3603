"""Fruit, whole or cut."""

import math

from core.art import svg
from core.art.pictures.loose.piece import SMALL_SPOTS, Loose


def citrus(radius: float, peel: str, pith: str, flesh: str) -> str:
    """A cut citrus about the origin: peel, pith and ten segments with pith between them."""
    rim, tip, step = radius * 0.8, radius * 0.14, math.pi / 5
    segments = ""
    for at in range(10):
        first, last = at * step + 0.08, (at + 1) * step - 0.08
        corners = [(rim * math.cos(a), rim * math.sin(a)) for a in (first, last)]
        start = (tip * math.cos(at * step + step / 2), tip * math.sin(at * step + step / 2))
        n = svg.number
        segments += (
            f"M{n(start[0])} {n(start[1])}L{n(corners[0][0])} {n(corners[0][1])}"
            f"A{n(rim)} {n(rim)} 0 0 1 {n(corners[1][0])} {n(corners[1][1])}z"
        )
    return svg.circle(0, 0, radius, peel) + svg.circle(0, 0, radius * 0.88, pith) + svg.path(segments, flesh)


def _round(body: str, shade: str, crown: str) -> str:
    """A round fruit with one darker side."""
    return svg.circle(0, 0, 29, body) + svg.path("M12-26A29 29 0 0 1-10 27 32 32 0 0 0 12-26z", shade) + crown


_LEAF = svg.path("M2-27Q12-44 29-40 24-26 2-27z", "la")
_STALK = svg.rect(-2, -38, 5, 13, "ca_phe")

FRUIT = {
    "mango": Loose(
        svg.path("M-30 8C-34-18-8-30 12-26 34-20 36 8 20 20 4 31-26 28-30 8z", "nghe")
        + svg.path("M28-12C34 8 20 28-8 26 12 22 24 10 28-12z", "nghe_sam")
        + svg.path("M8-26Q14-42 32-42 28-28 8-26z", "la"),
        size=66,
        ground="la-25",
        row_pitch=0.86,
        loose_size=46,
        turns=False,
    ),
    "banana": Loose(
        svg.path("M-32-12C-26 18 8 30 32 14L30 8C10 12-14 4-24-16z", "nghe")
        + svg.path("M-32-12C-26 18 8 30 32 14 6 20-18 10-28-14z", "nghe_sam")
        + svg.path("M-32-12-24-16-27-24-34-21z", "ca_phe")
        + svg.path("M32 14 30 8 34 8z", "ca_phe"),
        size=68,
        ground="la-30",
        row_pitch=0.6,
        loose_size=50,
    ),
    "jackfruit": Loose(
        svg.path("M0-30C14-22 26-4 24 10 22 26 10 30 0 30-10 30-22 26-24 10-26-4-14-22 0-30z", "nghe")
        + svg.path("M0-30C6-14 8 8 0 26-8 8-6-14 0-30z", "nghe_sam")
        + svg.ellipse(0, 8, 5, 10, "kem"),
        size=60,
        ground="nau",
        pitch=0.94,
        row_pitch=0.96,
        loose_size=36,
    ),
    "durian": Loose(
        svg.path("M-30 4C-30-16-8-22 10-18 28-14 34 2 26 14 18 26-28 24-30 4z", "nghe+48")
        + svg.path("M26 14C18 26-28 24-30 4-14 18 14 18 26 14z", "nghe+18"),
        size=62,
        ground="la-30",
        row_pitch=0.76,
        loose_size=44,
    ),
    "pomelo": Loose(
        citrus(30, "non-10", "hong+62", "gach+34"), size=60, ground="la-20", row_pitch=0.88, loose_size=40
    ),
    "orange": Loose(
        citrus(30, "nghe_sam+6", "nghe+70", "nghe"), size=60, ground="la-20", row_pitch=0.88, loose_size=36
    ),
    "lime": Loose(
        citrus(30, "la_sang", "non+60", "non"), size=60, ground="la-35", row_pitch=0.88, loose_size=30
    ),
    "avocado": Loose(
        svg.path("M0-31C12-31 13-14 20-2 28 14 18 31 0 31-18 31-28 14-20-2-13-14-12-31 0-31z", "la-8")
        + svg.path("M0-25C8-25 9-10 15 0 22 14 13 25 0 25-13 25-22 14-15 0-9-10-8-25 0-25z", "non+22")
        + svg.circle(0, 9, 10, "nau"),
        size=62,
        ground="la-45",
        row_pitch=0.95,
        loose_size=40,
    ),
    "rambutan": Loose(
        svg.line(
            "M0-32V32M-32 0H32M-23-23 23 23M-23 23 23-23M-12-30 12 30M12-30-12 30M-30-12 30 12M-30 12 30-12",
            "la_sang",
            3,
        )
        + svg.circle(0, 0, 23, "basalt+8")
        + svg.path("M10-21A23 23 0 0 1-9 21 27 27 0 0 0 10-21z", "basalt-18"),
        size=62,
        ground="la-35",
        loose_size=30,
        row_pitch=0.9,
        spots=SMALL_SPOTS,
    ),
    "mangosteen": Loose(
        _round("basalt-48", "basalt-64", svg.path("M-16-24 0-14 16-24 12-32H-12z", "la_sang") + _STALK),
        size=62,
        ground="la-40",
        loose_size=34,
        turns=False,
    ),
    "dragon_fruit": Loose(
        svg.path("M0-32C4-26 22-22 28-4 32 14 18 30 0 30-18 30-32 14-28-4-22-22-4-26 0-32z", "basalt+18")
        + svg.path("M-28-4-40-14-24-16zM28-4 40-14 24-16zM-12-22-18-38-4-28zM12-22 18-38 4-28z", "la_sang")
        + svg.circle(0, 2, 21, "trang")
        + svg.line("M-10-6h3M4-10h3M-3 2h3M9 2h3M-13 7h3M2 11h3M-6-13h3", "den", 3),
        size=64,
        ground="la-30",
        loose_size=42,
        turns=False,
    ),
    "guava": Loose(
        _round("non", "la_sang+10", _STALK + _LEAF), size=64, ground="la-30", loose_size=38, turns=False
    ),
    "apple": Loose(
        _round("basalt+10", "basalt-14", _STALK + _LEAF), size=64, ground="la-30", loose_size=36, turns=False
    ),
    "tangerine": Loose(
        _round("gach+14", "gach-8", _STALK + _LEAF), size=64, ground="la-30", loose_size=34, turns=False
    ),
    "pineapple": Loose(
        svg.path("M0-10C16-10 20 4 18 16 16 28 8 34 0 34-8 34-16 28-18 16-20 4-16-10 0-10z", "nghe-6")
        + svg.line("M-16 0 10 30M-6-8 18 20M16 0-10 30M6-8-18 20", "nghe_sam-12", 3)
        + svg.path("M0-8-20-22-8-20-12-38 0-26 12-38 8-20 20-22z", "la"),
        size=70,
        ground="la-30",
        loose_size=48,
        turns=False,
    ),
}
