"""Cloth and craft: folded and hung cloth, coasters, tote, shirt, back basket, woven tray, pottery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.art import svg
from core.art.pictures.kinds.kind import Kind

if TYPE_CHECKING:
    from core.art.pictures.stage import Stage


def _fringe(stage: Stage, left: float, top: float, pitch: float, length: float) -> str:
    """Twenty-odd threads in two yarns by turns."""
    shades = (stage.design.ground, stage.design.figure)
    return "".join(
        svg.line(
            "".join(
                f"M{svg.number(left + at * pitch)} {svg.number(top)}v{svg.number(length)}"
                for at in range(start, 20, 2)
            ),
            shade,
            2.4,
        )
        for start, shade in enumerate(shades)
    )


def _folded_cloth(stage: Stage) -> str:
    ground = stage.design.ground
    return (
        _fringe(stage, 43, 162, 5.7, 14)
        + svg.path("M152 52q14 4 14 18v82q0 12-14 12z", ground)
        + stage.shade_plane("M152 52q14 4 14 18v82q0 12-14 12z", 34)
        + svg.rect(40, 52, 112, 112, ground)
        + stage.band(40, 56, 112, 30)
        + stage.narrow_band(40, 92, 112, 14)
        + stage.band(40, 112, 112, 30)
        + stage.narrow_band(40, 147, 112, 12)
    )


def _hung_cloth(stage: Stage) -> str:
    return (
        svg.rect(16, 30, 168, 7, "ca_phe")
        + svg.rect(46, 33, 104, 126, stage.design.ground)
        + _fringe(stage, 48.6, 158, 5.25, 15)
        + stage.band(46, 42, 104, 30)
        + stage.narrow_band(46, 79, 104, 14)
        + stage.band(46, 98, 104, 30)
        + stage.narrow_band(46, 135, 104, 14)
        + stage.shade_plane("M46 33H150V38H46z", 26)
    )


def _coaster(stage: Stage, stripe: str) -> str:
    """One square mat round the origin, fringed at two sides; `stripe` tells it from the others."""
    fringe = "".join(f"M{at} -38v76" for at in range(-30, 31, 6))
    return (
        svg.line(fringe, stage.design.figure, 2.4)
        + svg.rect(-33, -33, 66, 66, stage.design.ground)
        + svg.rect(-33, -27, 66, 5, stripe)
        + stage.band(-33, -14, 66, 28)
        + svg.rect(-33, 22, 66, 5, stripe)
    )


def _coasters(stage: Stage) -> str:
    """Four mats on a table, seen from above, with a glass on the last."""
    stripes = (stage.design.figure, stage.design.accent, "la", "nghe")
    spots = ((60, 62, -7), (141, 58, 5), (57, 141, 4), (139, 142, -6))
    mats = "".join(
        svg.group(
            svg.element("rect", x=-31, y=-29, width=70, height=70, fill="#000", fill_opacity=".14"),
            _coaster(stage, stripe),
            transform=svg.place(x, y, turn),
        )
        for (x, y, turn), stripe in zip(spots, stripes, strict=True)
    )
    glass = (
        svg.element("circle", cx=139, cy=142, r=25, fill="#fff", fill_opacity=".55")
        + svg.circle(139, 142, 20, "nghe")
        + svg.element("circle", cx=139, cy=142, r=25, fill="none", stroke="#fff", stroke_width=3)
    )
    return mats + glass


def _tote(stage: Stage) -> str:
    ground = stage.design.ground
    handle = "M62 92Q60 26 100 26 140 26 138 92"
    return (
        svg.line(handle, ground, 7)
        + svg.element("path", d=handle, fill="none", stroke="#000", stroke_opacity=".16", stroke_width=7)
        + svg.path("M44 84h112l-6 92H50z", ground)
        + svg.path("M44 84h112l-.6 9H44.6z", stage.design.figure)
        + stage.clipped(
            "M44 84h112l-6 92H50z", stage.band(44, 100, 112, 34), stage.narrow_band(44, 146, 112, 16)
        )
        + stage.shade_plane("M142 84h14l-6 92h-12z", 14)
    )


def _shirt(stage: Stage) -> str:
    """A short shirt hung on a bamboo pole by its sleeves."""
    ground = stage.design.ground
    body = "M62 42 84 36Q100 50 116 36L138 42 178 58 170 92 140 84V166H60V84L30 92 22 58z"
    return (
        svg.rect(10, 46, 180, 6, "nghe_sam-20")
        + svg.path(body, ground)
        + stage.clipped(body, stage.band(56, 92, 88, 26), stage.narrow_band(56, 148, 88, 14), _sleeves(stage))
        + svg.line("M100 47V166", stage.design.figure, 2)
        + svg.line("M84 36Q100 50 116 36", stage.design.figure, 4)
        + stage.shade_plane("M128 80 140 84V166H128z", 14)
    )


def _sleeves(stage: Stage) -> str:
    return svg.line("M25 78 58 72M175 78 142 72", stage.design.figure, 3) + svg.line(
        "M26 84 58 78M174 84 142 78", stage.design.accent, 3
    )


def _weave(left: int, top: int, right: int, bottom: int, side: tuple[int, int]) -> str:
    """Every second strip of a plain weave, as one path; `side` is the width and height of a strip."""
    wide, high = side
    data = ""
    for row, y in enumerate(range(top, bottom, high)):
        shift = wide if row % 2 else 0
        data += "".join(f"M{x + shift} {y}h{wide}v{high}h-{wide}z" for x in range(left, right, 2 * wide))
    return svg.path(data, "nau+14")


def _basket(stage: Stage) -> str:
    """The gùi: a basket carried on the back by two straps."""
    outline = "M48 46h104l-18 128H66z"
    straps = "M58 60Q30 110 70 168M142 60Q170 110 130 168"
    weave = (
        svg.rect(46, 44, 108, 132, "nghe_sam+22"),
        _weave(46, 46, 154, 174, (6, 8)),
        stage.band(46, 84, 108, 26),
        stage.shade_plane("M122 44h32l-18 132h-22z", 14),
    )
    return (
        svg.line(straps, "nau", 6)
        + stage.clipped(outline, *weave)
        + svg.path("M63 168h74l1 8H62z", "ca_phe")
        + svg.rect(44, 40, 112, 10, "ca_phe", rx=5)
    )


def _rattan(stage: Stage) -> str:
    """A winnowing tray stood on edge behind a small lidded basket."""
    rays = "".join(
        f"M100 84L{x} {y}"
        for x, y in ((38, 84), (56, 40), (100, 22), (144, 40), (162, 84), (144, 128), (56, 128))
    )
    rings = "".join(
        svg.element("circle", cx=100, cy=84, r=radius, fill="none", stroke=shade, stroke_width=4)
        for radius, shade in ((48, "#0002"), (36, "#0002"), (24, "#0002"), (12, "#0002"))
    )
    lid = svg.path("M56 126q44-22 88 0v8H56z", "nghe_sam-6") + svg.rect(95, 108, 10, 8, "ca_phe")
    outline = "M54 134H146L140 170Q100 180 60 170z"
    return (
        svg.circle(100, 84, 66, "nau-6")
        + svg.circle(100, 84, 59, "nghe_sam+34")
        + svg.line(rays, "nghe_sam-4", 2)
        + rings
        + lid
        + stage.clipped(
            outline,
            svg.rect(52, 132, 96, 48, "nghe_sam+22"),
            _weave(52, 134, 148, 180, (6, 6)),
            stage.band(52, 144, 96, 20),
            stage.shade_plane("M124 132H148V180H118z", 14),
        )
        + svg.rect(50, 131, 100, 6, "ca_phe", rx=3)
    )


def _pottery(stage: Stage) -> str:
    """A turned vase of clay or wood with the band round its shoulder."""
    outline = "M84 26H116L112 48Q150 66 150 108 150 150 124 176H76Q50 150 50 108 50 66 88 48z"
    return (
        stage.clipped(
            outline,
            svg.rect(48, 24, 104, 154, stage.spec.pack),
            stage.band(48, 84, 104, 26),
            stage.shade_plane("M122 24H152V178H112Q140 120 122 60z", 15),
        )
        + svg.rect(80, 22, 40, 7, stage.spec.pack, rx=3)
        + svg.element("rect", x=80, y=22, width=40, height=7, rx=3, fill_opacity=".2")
    )


CLOTH = {
    "folded_cloth": Kind(_folded_cloth, loose_in_front=False, shadow=72),
    "hung_cloth": Kind(_hung_cloth, loose_in_front=False, shadow=60),
    "coasters": Kind(_coasters, loose_in_front=False, stands=False),
    "tote": Kind(_tote, loose_in_front=False, shadow=62),
    "shirt": Kind(_shirt, loose_in_front=False, shadow=50),
    "basket": Kind(_basket, loose_in_front=False, shadow=60, colours=("nghe_sam+22",)),
    "rattan": Kind(_rattan, loose_in_front=False, shadow=64, colours=("nghe_sam+22", "nau")),
    "pottery": Kind(_pottery, loose_in_front=False, shadow=54),
}
