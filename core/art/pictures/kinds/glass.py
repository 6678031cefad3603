"""Jars, bottles and cans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.art import svg
from core.art.pictures.kinds.kind import Kind
from core.art.yarns import ink_on

if TYPE_CHECKING:
    from core.art.pictures.stage import Stage


@dataclass(frozen=True)
class _Bottle:
    """A bottle: outline, the shade of what is in it, and where cap and label sit."""

    outline: str
    shadow: str
    fluid: str
    cap: str
    cap_shade: str
    label: tuple[float, float, float, float]  # x, y, width, height
    band_height: float = 18


_BOTTLES = {
    "bottle": _Bottle(
        outline="M88 38h24v14q26 10 26 34v80q0 10-10 10H72q-10 0-10-10V86q0-24 26-34z",
        shadow="M122 57q16 9 16 29v80q0 10-10 10h-8z",
        fluid="nghe_sam-12",
        cap="M86 22h28v17h-28z",
        cap_shade="den",
        label=(62, 92, 76, 60),
    ),
    "sauce_bottle": _Bottle(
        outline="M90 36h20v30q20 12 20 32v70q0 8-8 8H78q-8 0-8-8V98q0-20 20-32z",
        shadow="M112 67q18 12 18 31v70q0 8-8 8h-8z",
        fluid="gach-42",
        cap="M88 20h24v17h-24z",
        cap_shade="basalt",
        label=(70, 98, 60, 58),
        band_height=16,
    ),
    "spirit_bottle": _Bottle(
        outline="M86 40h28v18q0 6 10 10 20 8 20 24v74q0 10-10 10H66q-10 0-10-10V92q0-16 20-24 10-4 10-10z",
        shadow="M120 67q24 8 24 25v74q0 10-10 10h-8z",
        fluid="ho_nhat+38",
        cap="M84 24h32v17h-32z",
        cap_shade="den",
        label=(56, 96, 88, 58),
    ),
    "wine_bottle": _Bottle(
        outline="M90 40h20v30q0 8 8 14 14 10 14 26v58q0 8-8 8H76q-8 0-8-8V110q0-16 14-26 8-6 8-14z",
        shadow="M116 83q16 10 16 27v58q0 8-8 8h-8z",
        fluid="basalt-46",
        cap="M88 18h24v36h-24z",
        cap_shade="nghe_sam",
        label=(68, 106, 64, 54),
        band_height=15,
    ),
    "water_bottle": _Bottle(
        outline=(
            "M88 36h24v10q22 8 22 28l-4 8 4 8v8l-4 8 4 8v52q0 10-9 10H75q-9 0-9-10"
            "v-52l4-8-4-8v-8l4-8-4-8q0-20 22-28z"
        ),
        shadow="M120 50q14 9 14 24l-4 8 4 8v8l-4 8 4 8v52q0 10-9 10h-7z",
        fluid="ho_nhat+30",
        cap="M86 20h28v17h-28z",
        cap_shade="cham_nhat",
        label=(66, 104, 68, 52),
        band_height=15,
    ),
    "juice_bottle": _Bottle(
        outline="M84 38h32v8q22 8 22 26v94q0 10-10 10H72q-10 0-10-10V72q0-18 22-26z",
        shadow="M124 52q14 8 14 20v94q0 10-10 10h-8z",
        fluid="gach+22",
        cap="M81 20h38v19h-38z",
        cap_shade="la",
        label=(62, 88, 76, 62),
    ),
    "milk_bottle": _Bottle(
        outline="M84 38h32v16q22 12 22 34v78q0 10-10 10H72q-10 0-10-10V88q0-22 22-34z",
        shadow="M122 60q16 10 16 28v78q0 10-10 10h-8z",
        fluid="trang+30",
        cap="M81 22h38v17h-38z",
        cap_shade="ho-20",
        label=(62, 94, 76, 58),
    ),
    "oil_bottle": _Bottle(
        outline="M92 34h16v34q24 10 24 34v64q0 10-10 10H78q-10 0-10-10v-64q0-24 24-34z",
        shadow="M112 70q20 10 20 32v64q0 10-10 10h-8z",
        fluid="nghe-4",
        cap="M89 20h22v15h-22z",
        cap_shade="la",
        label=(68, 102, 64, 56),
        band_height=16,
    ),
}


def _bottle(shape: _Bottle) -> Kind:
    def draw(stage: Stage) -> str:
        x, y, width, height = shape.label
        middle = x + width / 2
        room = height - shape.band_height - 4
        return (
            svg.path(shape.outline, shape.fluid)
            + svg.path(shape.cap, shape.cap_shade)
            + svg.rect(x, y, width, height, stage.spec.pack)
            + stage.words(middle, y + room / 2 + 1, width - 8, 14, upright=room - 4)
            + stage.band(x, y + height - shape.band_height, width, shape.band_height)
            + stage.shade_plane(shape.shadow, 15)
        )

    return Kind(draw, shadow=56, colours=(shape.fluid,))


def _jar(stage: Stage) -> str:
    """A clear jar: the ingredient shows above and below the label; pack colour on lid and words."""
    ribs = "".join(f"M{64 + at * 8} 30v16" for at in range(10))
    outline = "M52 64Q52 50 66 50H134Q148 50 148 64V164Q148 176 136 176H64Q52 176 52 164z"
    size = stage.loose.window_share * 34
    label = "trang"
    lettering = stage.spec.pack if ink_on(stage.spec.pack) == "trang" else "den"
    inside = (
        svg.rect(50, 48, 100, 130, "ho_nhat+16" if stage.loose.markup else "nghe_sam-6"),
        stage.heap(56, 62, 90, 34, size=size),
        stage.heap(56, 152, 90, 24, size=size),
        svg.rect(50, 92, 100, 57, label),
        stage.words(100, 111, 88, 15, shade=lettering, upright=32),
        stage.band(50, 131, 100, 18),
        stage.light_plane("M136 48h6V178h-6z", 28),
    )
    return (
        svg.rect(58, 26, 84, 25, stage.spec.pack, rx=3)
        + svg.element("path", d=ribs, stroke="#000", stroke_width=2, stroke_opacity=".22")
        + stage.clipped(outline, *inside)
    )


def _spice_jar(stage: Stage) -> str:
    """A slim shaker: a wide lid in the pack colour over a short jar."""
    outline = "M60 70Q60 60 70 60H130Q140 60 140 70V164Q140 176 130 176H70Q60 176 60 164z"
    size = stage.loose.window_share * 30
    inside = (
        svg.rect(58, 58, 84, 120, stage.loose.ground),
        stage.heap(64, 66, 76, 26, size=size),
        stage.heap(64, 154, 76, 22, size=size),
        svg.rect(58, 92, 84, 58, stage.spec.pack),
        stage.words(100, 112, 74, 14.5, upright=34),
        stage.band(58, 132, 84, 18),
        stage.light_plane("M128 58h5V178h-5z", 26),
    )
    holes = "".join(svg.circle(82 + at * 12, 29, 2, "den") for at in range(4))
    return (
        svg.path("M66 34Q66 26 74 26H126Q134 26 134 34V60H66z", "xam+25")
        + stage.shade_plane("M118 26H126Q134 26 134 34V60H118z", 15)
        + holes
        + svg.rect(63, 46, 74, 15, stage.spec.pack)
        + stage.clipped(outline, *inside)
    )


def _can(stage: Stage) -> str:
    """A drinks can with the band round its foot."""
    return (
        svg.path("M70 36Q100 28 130 36L138 50V166L128 176Q100 181 72 176L62 166V50z", "xam+40")
        + svg.ellipse(100, 35, 30, 5, "xam+68")
        + svg.rect(91, 32, 18, 4, "xam-10", rx=2)
        + svg.path("M62 50H138V164H62z", stage.spec.pack)
        + stage.words(100, 74, 68, 15)
        + stage.window(100, 112, 20)
        + stage.band(62, 140, 76, 18)
        + stage.shade_plane("M120 50H138V166L128 176Q124 177 120 177.5z", 15)
    )


def _capsule_bottle(stage: Stage) -> str:
    """A bottle of capsules, with three lying before it."""
    capsules = "".join(
        svg.group(
            svg.rect(-12, -5, 24, 10, stage.design.accent, rx=5)
            + svg.path("M0-5h7a5 5 0 0 1 0 10H0z", stage.design.figure),
            transform=svg.place(x, y, turn),
        )
        for x, y, turn in ((34, 170, -24), (164, 168, 30), (178, 178, -12))
    )
    ribs = "".join(f"M{72 + at * 7} 30v18" for at in range(9))
    return (
        svg.rect(66, 26, 68, 26, "trang", rx=3)
        + svg.element("path", d=ribs, stroke="#000", stroke_width=1.5, stroke_opacity=".16")
        + svg.path(
            "M60 66Q60 54 72 54H128Q140 54 140 66V164Q140 176 130 176H70Q60 176 60 164z", stage.spec.pack
        )
        + svg.rect(60, 76, 80, 84, "trang")
        + stage.words(100, 91, 72, 13, shade="den", upright=26)
        + stage.window(100, 122, 15)
        + stage.band(60, 144, 80, 16)
        + stage.shade_plane("M124 54H128Q140 54 140 66V164Q140 176 130 176H124z", 14)
        + capsules
    )


def _dropper(stage: Stage) -> str:
    """A small dark bottle with a rubber dropper, for essential oils."""
    return (
        svg.path("M92 22Q100 14 108 22V52H92z", "den+12")
        + svg.rect(84, 50, 32, 18, stage.design.figure)
        + svg.path(
            "M80 68H120V78Q136 82 136 96V164Q136 176 126 176H74Q64 176 64 164V96Q64 82 80 78z", "nghe_sam-38"
        )
        + svg.rect(64, 98, 72, 60, stage.spec.pack)
        + stage.words(100, 117, 64, 13.5, upright=32)
        + stage.band(64, 140, 72, 18)
        + stage.shade_plane("M120 78Q136 82 136 96V164Q136 176 126 176H120z", 16)
        + stage.light_plane("M70 92q0-6 5-8v12h-5z", 30)
    )


GLASS = {
    "jar": Kind(_jar, shadow=58, colours=("ho_nhat+16",)),
    "spice_jar": Kind(_spice_jar, shadow=52),
    "can": Kind(_can, shadow=50),
    "capsule_bottle": Kind(_capsule_bottle, loose_in_front=False, shadow=54),
    "dropper": Kind(_dropper, shadow=50, colours=("nghe_sam-38",)),
    **{name: _bottle(shape) for name, shape in _BOTTLES.items()},
}
