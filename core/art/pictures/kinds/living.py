"""Living things and places: flowers, potted tree, fish bowl, bird, village."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.art import svg
from core.art.pictures.kinds.kind import Kind
from core.art.pictures.kinds.village import draw_village
from core.art.pictures.loose.plants import PLANTS

if TYPE_CHECKING:
    from core.art.pictures.stage import Stage


def _flower_bunch(stage: Stage) -> str:
    """Seven flowers in a wrap of paper tied with the band."""
    name = (
        stage.spec.ingredient
        if "flower" in stage.spec.ingredient or stage.spec.ingredient == "hibiscus"
        else "flower"
    )
    flower = PLANTS[name].markup
    leaves = svg.path(
        "M40 66Q24 40 44 30 60 46 56 72zM160 66Q176 40 156 30 140 46 144 72z"
        "M100 40Q86 20 100 6 114 20 100 40z",
        "la",
    ) + svg.path("M66 46Q56 22 74 16 86 32 78 52zM134 46Q144 22 126 16 114 32 122 52z", "la_sang")
    stems = svg.line("M70 80 98 140M100 60V140M130 80 102 140M52 100 96 140M148 100 104 140", "la", 4)
    heads = "".join(
        svg.group(flower, transform=svg.place(x, y, turn, scale))
        for x, y, turn, scale in (
            (68, 50, 10, 0.72),
            (132, 50, -10, 0.72),
            (100, 40, 0, 0.76),
            (50, 82, 30, 0.72),
            (150, 82, -30, 0.72),
            (84, 82, 50, 0.8),
            (118, 84, 20, 0.8),
        )
    )
    wrap = "M44 96 100 112 156 96 122 176H78z"
    return (
        leaves
        + stems
        + heads
        + svg.path(wrap, stage.spec.pack)
        + stage.shade_plane("M100 112 156 96 122 176H100z", 13)
        + stage.clipped(wrap, stage.band(44, 134, 112, 18))
    )


def _dried_flowers(stage: Stage) -> str:
    """Dried flowers in a low vase, in the faded yarns."""
    stems = svg.line(
        "M100 128 58 44M100 128 84 34M100 128 112 30M100 128 142 46M100 128 46 78M100 128 156 80",
        "nau+10",
        2.5,
    )
    heads = "".join(
        svg.group(
            PLANTS["flower_white" if at % 2 else "flower_pink"].markup,
            transform=svg.place(x, y, at * 25, 0.62),
        )
        for at, (x, y) in enumerate(((58, 44), (84, 32), (114, 28), (144, 46), (44, 80), (158, 82)))
    )
    buds = "".join(
        svg.circle(x, y, 5, shade)
        for x, y, shade in (
            (72, 66, "gach"),
            (128, 64, "gach"),
            (100, 58, "nghe_sam"),
            (92, 84, "nghe_sam"),
            (116, 88, "gach"),
        )
    )
    vase = "M76 112H124L134 176H66z"
    return (
        stems
        + heads
        + buds
        + svg.path(vase, stage.spec.pack)
        + stage.clipped(vase, stage.band(60, 138, 80, 18), stage.shade_plane("M110 112H134V176H116z", 14))
    )


def _potted_tree(stage: Stage) -> str:
    """A shaped tree in a low dish."""
    clouds = ((72, 58, 34, 17), (128, 44, 36, 18), (140, 88, 30, 14), (58, 98, 26, 12))
    crowns = "".join(
        svg.ellipse(x, y, rx, ry, "la") + svg.ellipse(x - 4, y - 4, rx - 8, ry - 6, "la_sang")
        for x, y, rx, ry in clouds
    )
    pot = "M44 142H156L144 174H56z"
    return (
        svg.path(
            "M92 142C96 118 74 110 82 88 88 72 112 74 118 50L126 54"
            "C124 80 98 84 98 96 98 108 116 116 112 142z",
            "ca_phe",
        )
        + svg.line("M84 100Q70 104 60 98M100 92Q122 92 138 90", "ca_phe", 5)
        + crowns
        + svg.rect(40, 138, 120, 7, stage.spec.pack)
        + stage.clipped(
            pot,
            svg.rect(40, 140, 120, 36, stage.spec.pack),
            stage.band(40, 150, 120, 16),
            stage.shade_plane("M128 140H160V176H122z", 16),
        )
        + svg.element("rect", x=40, y=138, width=120, height=7, fill_opacity=".22")
    )


def _fish_bowl(stage: Stage) -> str:
    """Two gold fish in a round bowl."""
    fish = (
        svg.path("M-18 0C-10-12 8-12 14-2L30-12C26-4 26 4 30 12L14 2C8 12-10 12-18 0z", "gach+10")
        + svg.path("M-18 0C-10 12 8 12 14 2L30 12C24 6 22 2 22 0 8 6-8 4-18 0z", "nghe")
        + svg.circle(-10, -2, 2, "den")
    )
    bowl = "M66 44H134L142 54Q176 78 168 122 160 160 132 174H68Q40 160 32 122 24 78 58 54z"
    weeds = svg.line("M70 172V120M76 172V104M132 172V112M126 172V130", "la", 4)
    return stage.clipped(
        bowl,
        svg.rect(24, 40, 152, 136, "ho_nhat+62"),
        svg.rect(24, 74, 152, 102, "ho_nhat"),
        weeds,
        svg.path("M24 160h152v16H24z", "kem-12"),
        svg.group(fish, transform="translate(84 104)"),
        svg.group(fish, transform="translate(116 134)scale(-.8 .8)"),
        stage.light_plane("M46 92Q50 74 62 66L68 72Q56 80 54 98z", 40),
    ) + svg.rect(62, 40, 76, 7, "ho", rx=3)


def _bird(stage: Stage) -> str:
    """A song bird in a bamboo cage."""
    bars = "".join(
        f"M{x} {top}V156"
        for x, top in ((52, 88), (68, 66), (84, 55), (100, 52), (116, 55), (132, 66), (148, 88))
    )
    bird = (
        svg.path("M74 104Q78 84 96 84 110 84 116 98L142 124 116 122Q104 132 90 126 74 120 74 104z", "la_sang")
        + svg.path("M92 100Q112 100 124 122 104 122 92 100z", "la")
        + svg.path("M76 106Q84 128 104 126 92 118 88 104z", "nghe")
        + svg.path("M75 98 64 102 75 106z", "gach")
        + svg.circle(85, 96, 3, "den")
    )
    return (
        svg.line("M100 20V40M94 26q0-8 6-8t6 8", "ca_phe", 3)
        + svg.line("M60 128H140", "nau", 5)
        + svg.line("M92 126v6M102 126v6", "gach", 2.5)
        + bird
        + svg.line(bars, "nghe_sam-8", 2.5)
        + svg.line("M52 156V90Q52 46 100 44 148 46 148 90V156M52 88H148", "nghe_sam-26", 4)
        + svg.rect(46, 154, 108, 20, "ca_phe")
        + stage.band(46, 156, 108, 16)
    )


LIVING = {
    "flower_bunch": Kind(_flower_bunch, loose_in_front=False, shadow=44, colours=("la",)),
    "dried_flowers": Kind(_dried_flowers, loose_in_front=False, shadow=48),
    "potted_tree": Kind(_potted_tree, loose_in_front=False, shadow=62, colours=("la", "la_sang")),
    "fish_bowl": Kind(_fish_bowl, loose_in_front=False, shadow=58, colours=("ho_nhat",)),
    "bird": Kind(_bird, loose_in_front=False, shadow=62, colours=("la_sang", "nghe_sam-8")),
    "village": Kind(draw_village, loose_in_front=False, stands=False),
}
