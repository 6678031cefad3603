"""The gong: the large seal of the certificate page."""

import math
from enum import StrEnum

from core.art import svg
from core.art.icons import STAR
from core.art.yarns import colour

SIDE = 176
_VIEW = 200
_CENTRE = 100
_STAR_STEP_DEGREES = 26
_STAR_RADIUS = 74
_TEETH = 60


class GongState(StrEnum):
    """What the seal says: in force, in the time of grace, or nothing."""

    IN_FORCE = "in-force"
    GRACE = "grace"
    NONE = "none"


def draw_gong(state: GongState, stars: int = 0, word: str = "SAO") -> str:
    """Draw the seal, 176 px.

    Filled stars and teeth only for a certificate in force; outlined stars, no teeth and a dashed rim in the
    time of grace; otherwise a dumb gong without star, number or word.

    Args:
        state: What the seal says.
        stars: 3 to 5; without meaning for a dumb gong.
        word: Stands under the number, in the language of the page.

    Raises:
        ValueError: The stars of a certificate are not 3 to 5.
    """
    if state is not GongState.NONE and not 3 <= stars <= 5:
        raise ValueError(f"a certificate has 3 to 5 stars, not {stars}")
    drawing = {
        GongState.IN_FORCE: lambda: _in_force(stars, word),
        GongState.GRACE: lambda: _grace(stars, word),
        GongState.NONE: _dumb,
    }[state]()
    return svg.element(
        "svg",
        drawing,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_VIEW} {_VIEW}",
        width=SIDE,
        height=SIDE,
        font_family=svg.FONT_TEXT,
    )


def _in_force(stars: int, word: str) -> str:
    return (
        svg.circle(_CENTRE, _CENTRE, 98, "cham")
        + svg.path(_teeth(), "nghe")
        + _ring(90, "nghe", 1.5)
        + svg.circle(_CENTRE, _CENTRE, 56, "nghe")
        + _ring(50, "nghe_sam", 2)
        + _ring(44, "nghe_sam", 1)
        + _boss(stars, word, "cham")
        + _stars(stars, fill=colour("nghe"))
        + _ocop("trang")
    )


def _grace(stars: int, word: str) -> str:
    ink, paper = "nghe_sam-45", "nghe+80"
    return (
        svg.circle(_CENTRE, _CENTRE, 98, paper)
        + _ring(95, ink, 2.5, stroke_dasharray="7 5")
        + _ring(56, ink, 2)
        + _ring(48, ink, 1)
        + _boss(stars, word, ink)
        + _stars(stars, fill="none", stroke=colour(ink), stroke_width=2, stroke_linejoin="miter")
        + _ocop(ink)
    )


def _dumb() -> str:
    return (
        svg.circle(_CENTRE, _CENTRE, 98, "xam+72")
        + _ring(95, "xam-30", 2)
        + _ring(74, "xam", 1.5)
        + _ring(56, "xam", 2)
        + _ring(38, "xam", 1.5)
        + svg.circle(_CENTRE, _CENTRE, 20, "xam+20")
    )


def _ring(radius: float, shade: str, width: float, **attributes: svg.Value) -> str:
    return svg.element(
        "circle",
        cx=_CENTRE,
        cy=_CENTRE,
        r=radius,
        fill="none",
        stroke=colour(shade),
        stroke_width=width,
        **attributes,
    )


def _teeth() -> str:
    """Path data of 60 triangles round the rim, points outward."""
    step = 2 * math.pi / _TEETH
    corners = ((92.5, 0.06), (97.2, 0.5), (92.5, 0.94))
    return "".join(
        svg.points([_at((at + share) * step, radius) for radius, share in corners]) for at in range(_TEETH)
    )


def _at(turn: float, radius: float) -> tuple[float, float]:
    return _CENTRE + radius * math.cos(turn), _CENTRE + radius * math.sin(turn)


def _stars(count: int, **attributes: svg.Value) -> str:
    """Stars along the upper arc, the middle of the row on top."""
    span = _STAR_STEP_DEGREES * (count - 1)
    drawn = ""
    for at in range(count):
        lean = at * _STAR_STEP_DEGREES - span / 2
        x, y = _at(math.radians(lean - 90), _STAR_RADIUS)
        turned = f"translate({svg.number(x)} {svg.number(y)})rotate({svg.number(lean)})translate(-12 -12)"
        drawn += svg.element("path", d=STAR, transform=turned)
    return svg.group(drawn, class_="star", **attributes)


def _boss(stars: int, word: str, shade: str) -> str:
    number = svg.element("text", str(stars), x=_CENTRE, y=104, font_size=44, font_weight="800")
    spaced = {"letter_spacing": "2"}
    under = svg.element(
        "text", svg.text(word), x=_CENTRE + 1, y=123, font_size=15, font_weight="700", **spaced
    )
    return svg.group(number, under, text_anchor="middle", fill=colour(shade))


def _ocop(shade: str) -> str:
    """OCOP on the lower arc: each letter is placed, since textPath differs between browsers."""
    letters = ""
    for at, letter in enumerate("OCOP"):
        turn = (at - 1.5) * -17
        x, y = _at(math.radians(90 + turn), 74)
        place = f"translate({svg.number(x)} {svg.number(y)})rotate({svg.number(turn)})"
        letters += svg.element("text", letter, y=7, transform=place)
    return svg.group(letters, text_anchor="middle", font_size=20, font_weight="800", fill=colour(shade))
