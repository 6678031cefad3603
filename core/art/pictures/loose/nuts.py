"""Nuts, seeds, beans and grains."""

from core.art import svg
from core.art.pictures.loose.piece import FINE_SPOTS, SMALL_SPOTS, Loose

_KIDNEY = (
    "M-29-2C-31-20-14-31 5-27 24-23 33-7 30 12 28 23 19 28 12 23 6 18 10 9 5 3 0-3-7 3-13 7-21 12-28 7-29-2z"
)
_KIDNEY_SHADE = "M30 12C28 23 19 28 12 23 9 20 9 16 8 12 15 20 26 12 26-8 30-2 31 5 30 12z"
_KIDNEY_LIGHT = "M-22-4C-22-15-10-22 3-19-8-17-15-12-16-3-17 1-22 1-22-4z"


def _cashew(body: str, shade: str, ground: str) -> Loose:
    light = svg.element("path", d=_KIDNEY_LIGHT, fill="#fff", fill_opacity=".22")
    return Loose(
        svg.path(_KIDNEY, body) + svg.path(_KIDNEY_SHADE, shade) + light,
        size=62,
        ground=ground,
        pitch=1.02,
        row_pitch=0.86,
        window_share=0.66,
        loose_size=42,
    )


def _corn(body: str, light: str, ground: str) -> Loose:
    wrinkle = svg.line("M-16-6A18 18 0 0 1 8-18M-4 4 8-2M2 16 14 9", light, 5)
    return Loose(
        svg.circle(0, 0, 30, body) + wrinkle,
        size=60,
        ground=ground,
        pitch=1.04,
        row_pitch=0.87,
        window_share=0.36,
        loose_size=12,
        spots=FINE_SPOTS,
    )


def _bean(body: str, seam: str, ground: str) -> Loose:
    return Loose(
        svg.ellipse(0, 0, 30, 21, body)
        + svg.line("M-27 3C-12-9 10 11 27-3", seam, 5)
        + svg.element("path", d="M-20-9Q-8-17 8-16-8-11-16-4z", fill="#fff", fill_opacity=".16"),
        size=60,
        ground=ground,
        pitch=1.04,
        row_pitch=0.76,
        window_share=0.56,
        loose_size=23,
        spots=SMALL_SPOTS,
    )


NUTS = {
    "cashew": _cashew("kem", "nghe_sam+42", "ca_phe"),
    "cashew_skin": _cashew("gach-8", "basalt-8", "ca_phe-40"),
    "cashew_honey": _cashew("nghe-6", "nghe_sam-14", "ca_phe-30"),
    "cashew_spiced": _cashew("nghe_sam+32", "gach+6", "ca_phe-35"),
    "pepper_black": _corn("den+8", "xam-25", "den-60"),
    "pepper_white": _corn("kem", "trang", "nau+20"),
    "pepper_red": _corn("basalt+6", "hong", "ca_phe-35"),
    "coffee": _bean("ca_phe+6", "ca_phe-45", "ca_phe-55"),
    "cocoa": Loose(
        svg.path("M-30 0C-24-24 16-26 31 0 16 26-24 24-30 0z", "nghe_sam-8")
        + svg.line("M-29 0C-12-16 10-16 31 0M-29 0H31M-29 0C-12 16 10 16 31 0", "nau", 4)
        + svg.rect(-39, -3, 11, 6, "la"),
        size=68,
        ground="ca_phe-30",
        loose_size=44,
        row_pitch=0.7,
    ),
    "peanut": Loose(
        svg.path("M-30 0C-30-17-13-17-4-11 8-18 30-16 30 1 30 18 8 17-3 12-14 18-30 17-30 0z", "nghe_sam+45")
        + svg.line("M-20-6H-8M-20 5H-8M6-7H22M6 6H22", "nau+35", 3),
        size=60,
        ground="nau",
        row_pitch=0.68,
        loose_size=30,
    ),
    "lotus_seed": Loose(
        svg.ellipse(0, 0, 29, 24, "kem+30") + svg.path("M22-8 33 0 22 8z", "nau"),
        size=62,
        ground="hong-18",
        loose_size=18,
        window_share=0.5,
        row_pitch=0.82,
        spots=SMALL_SPOTS,
    ),
    "rice": Loose(
        svg.path("M-30 0C-16-15 16-15 30 0 16 15-16 15-30 0z", "trang")
        + svg.path("M-30 0C-16 15 16 15 30 0z", "kem-6"),
        size=60,
        ground="nau+35",
        pitch=1.02,
        row_pitch=0.56,
        window_share=0.42,
        loose_size=13,
        spots=FINE_SPOTS,
    ),
    "rice_brown": Loose(
        svg.path("M-30 0C-16-15 16-15 30 0 16 15-16 15-30 0z", "gach-18")
        + svg.path("M-30 0C-16 15 16 15 30 0z", "basalt-30"),
        size=60,
        ground="hong-10",
        pitch=1.02,
        row_pitch=0.56,
        window_share=0.42,
        loose_size=13,
        spots=FINE_SPOTS,
    ),
    "bean_green": Loose(
        svg.ellipse(0, 0, 29, 22, "la_sang") + svg.rect(-8, -15, 16, 6, "trang", rx=3),
        size=58,
        ground="la-30",
        window_share=0.4,
        loose_size=12,
        row_pitch=0.8,
        spots=FINE_SPOTS,
    ),
}
