"""Roots, spices, sweet things and other things from kitchen and hive."""

import math

from core.art import svg
from core.art.pictures.loose.piece import FINE_SPOTS, SMALL_SPOTS, Loose


def hexagon(x: float, y: float, radius: float) -> str:
    """Path data of a cell of honeycomb, standing on a corner."""
    turns = [math.pi / 6 + at * math.pi / 3 for at in range(6)]
    return svg.points([(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns])


def _comb() -> str:
    centres = [
        (0.0, 0.0),
        (-20.0, 0.0),
        (20.0, 0.0),
        (-10.0, -17.0),
        (10.0, -17.0),
        (-10.0, 17.0),
        (10.0, 17.0),
    ]
    walls = "".join(hexagon(x, y, 12) for x, y in centres)
    wells = "".join(hexagon(x, y, 7.5) for x, y in centres[:-1])
    return (
        svg.path(walls, "nghe_sam")
        + svg.path(wells, "nghe+15")
        + svg.path(hexagon(10, 17, 7.5), "nghe_sam-30")
    )


def _rhizome(body: str, shade: str, cut: str) -> str:
    return (
        svg.path(
            "M-32 6C-34-6-22-10-14-6-14-20-2-24 2-14 4-8 6-8 12-10 20-24 34-18 28-6 36 0 32 12 "
            "22 10 14 10 12 14 10 22 4 30-8 26-6 16-16 18-28 18-32 6z",
            body,
        )
        + svg.path("M-32 6C-28 18-16 18-6 16-8 26 4 30 10 22 4 14-20 14-32 6z", shade)
        + svg.ellipse(24, -1, 6, 8, cut)
        + svg.line("M-18-5-16 6M2-9 0 2", shade, 3)
    )


SPICES = {
    "honey": Loose(
        _comb(),
        size=62,
        ground="nghe_sam-30",
        pitch=0.98,
        row_pitch=0.9,
        loose_size=44,
        turns=False,
        window_share=0.9,
    ),
    "garlic": Loose(
        svg.path("M0-32C3-18 28-10 28 10 28 26 12 30 0 30-12 30-28 26-28 10-28-10-3-18 0-32z", "trang")
        + svg.path("M0-32C3-18 28-10 28 10 28 26 12 30 4 30 20 12 6-14 0-32z", "kem-6")
        + svg.line("M-3-20C-18-4-16 16-9 28M3-20C18-4 16 16 9 28", "hong-6", 2.5),
        size=62,
        ground="nau-15",
        loose_size=32,
        turns=False,
        row_pitch=0.9,
    ),
    "shallot": Loose(
        svg.path("M0-34C2-20 24-12 24 8 24 24 10 29 0 29-10 29-24 24-24 8-24-12-2-20 0-34z", "basalt+20")
        + svg.line("M-2-24C-14-6-12 14-7 27M2-24C14-6 12 14 7 27", "basalt-18", 2.5),
        size=62,
        ground="nau-15",
        loose_size=28,
        turns=False,
        row_pitch=0.9,
    ),
    "chilli": Loose(
        svg.path("M-26-10C-18-18-8-14-2-6 8 8 20 10 34 8 22 20 2 18-10 8-20 2-26-2-26-10z", "basalt+8")
        + svg.path("M34 8C22 20 2 18-10 8 4 14 20 14 34 8z", "basalt-22")
        + svg.path("M-26-10-20-15-14-13-22-2z", "la")
        + svg.line("M-22-10Q-34-12-34-24", "la", 4),
        size=68,
        ground="ca_phe-30",
        row_pitch=0.56,
        loose_size=40,
    ),
    "lemongrass": Loose(
        svg.path("M-6 34C-10 10-6-8-14-34L2-10 16-36C8-10 12 12 6 34z", "non+18")
        + svg.path("M-7 34C-9 24-9 18-8 10 0 14 4 12 10 8 10 18 8 26 6 34z", "trang")
        + svg.line("M-2 30Q-1 6-6-20M3 30Q4 8 10-24", "la_sang", 2.5),
        size=70,
        ground="la-30",
        pitch=0.62,
        row_pitch=1.5,
        loose_size=56,
        turns=False,
        spots=((32, 160, -38), (172, 160, 34)),
    ),
    "ginger": Loose(
        _rhizome("nghe_sam+42", "nghe_sam", "nghe+62"),
        size=66,
        ground="nau-20",
        row_pitch=0.74,
        loose_size=44,
    ),
    "turmeric": Loose(
        _rhizome("nghe_sam-10", "nau", "nghe"), size=66, ground="ca_phe-20", row_pitch=0.74, loose_size=44
    ),
    "cinnamon": Loose(
        svg.rect(-31, -11, 62, 22, "nau", rx=3)
        + svg.rect(-31, 1, 62, 10, "nau-25", rx=3)
        + svg.path("M-31-11h9q8 6 0 11 8 5 0 11h-9z", "ca_phe")
        + svg.line("M-14-5H28M-14 6H28", "nau+22", 2),
        size=62,
        ground="ca_phe-40",
        row_pitch=0.46,
        loose_size=42,
    ),
    "salt": Loose(
        svg.path("M-20-16 6-24 26-8 20 18-6 26-26 8z", "trang")
        + svg.path("M-6 2 26-8 20 18-6 26z", "ho_nhat+35")
        + svg.path("M-20-16-6 2-6 26-26 8z", "ho_nhat+62"),
        size=54,
        ground="ho-25",
        window_share=0.34,
        loose_size=12,
        row_pitch=0.86,
        spots=FINE_SPOTS,
    ),
    "chilli_salt": Loose(
        svg.path("M-20-16 6-24 26-8 20 18-6 26-26 8z", "hong")
        + svg.path("M-6 2 26-8 20 18-6 26z", "gach")
        + svg.path("M-20-16-6 2-6 26-26 8z", "gach+30"),
        size=54,
        ground="basalt-30",
        window_share=0.34,
        loose_size=12,
        row_pitch=0.86,
        spots=FINE_SPOTS,
    ),
    "bird_nest": Loose(
        svg.path("M-31-8Q0 10 31-8C30 18 16 26 0 26-16 26-30 18-31-8z", "kem")
        + svg.line("M-29 2Q0 20 29 2M-24 11Q0 26 24 11M-18-4-10 23M18-4 10 23M0 1V25", "nghe_sam+38", 2.5),
        size=62,
        ground="basalt-40",
        row_pitch=0.68,
        loose_size=46,
        turns=False,
    ),
    "chocolate": Loose(
        svg.rect(-26, -26, 52, 52, "ca_phe")
        + svg.rect(-20, -20, 40, 40, "nau-18")
        + svg.rect(-14, -14, 28, 28, "ca_phe+8"),
        size=58,
        ground="kem",
        loose_size=22,
        row_pitch=0.95,
        spots=SMALL_SPOTS,
    ),
    "sugar_cane": Loose(
        svg.rect(-32, -9, 64, 18, "non-8", rx=2)
        + svg.rect(-32, 1, 64, 8, "la_sang-12", rx=2)
        + svg.rect(-12, -9, 3, 18, "la-10")
        + svg.rect(12, -9, 3, 18, "la-10")
        + svg.ellipse(31, 0, 4, 9, "non+55"),
        size=68,
        ground="la-30",
        row_pitch=0.36,
        loose_size=46,
    ),
}
