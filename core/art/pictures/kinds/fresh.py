"""Fresh food: durian and pomelo whole, trays and crates, eggs, meat, fish, rolls in leaves."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.art import svg
from core.art.pictures.kinds.kind import Kind
from core.art.pictures.loose.fruit import citrus
from core.art.pictures.loose.plants import PLANTS

if TYPE_CHECKING:
    from core.art.pictures.stage import Stage


def _durian(stage: Stage) -> str:
    x, y, radius, spikes = 100, 108, 58, 26
    rim = []
    for at in range(2 * spikes):
        turn, reach = at * math.pi / spikes, radius + (9 if at % 2 == 0 else -1)
        rim.append((x + math.cos(turn) * reach * 0.94, y + math.sin(turn) * reach))
    dark, light = "", ""
    for row in range(-4, 5):
        for column in range(-4, 5):
            cx, cy = x + column * 16 + (8 if row % 2 else 0), y + row * 13
            if ((cx - x) / 54) ** 2 + ((cy - y) / 58) ** 2 > 1.25:
                continue
            dark += f"M{cx} {cy - 9}l8 9-8 9z"
            light += f"M{cx} {cy - 9}l-8 9 8 9z"
    skin = svg.path(dark, "la_sang-26") + svg.path(light, "non-8")
    outline = f"M46 {y}a54 57 0 0 1 108 0a54 57 0 0 1-108 0z"
    return (
        svg.path("M95 30h10l3 24H92z", "nau")
        + svg.path("M93 27h14v6H93z", "nau-25")
        + svg.path(svg.points(rim), "la_sang-14")
        + stage.clipped(
            outline, skin, stage.shade_plane("M126 50Q170 108 126 168 176 160 176 108 176 56 126 50z", 16)
        )
    )


def _pomelo(stage: Stage) -> str:
    return (
        svg.circle(84, 108, 60, "la_sang+18")
        + stage.shade_plane("M96 49A60 60 0 0 1 78 168 66 66 0 0 0 96 49z", 9)
        + svg.path("M84 50q10-18 30-16-6 16-30 16z", "la")
        + svg.path("M82 52q-10-12-24-8 6 12 24 8z", "la-20")
        + svg.group(citrus(43, "non-4", "hong+66", "gach+26"), transform="translate(134 134)")
    )


def _crate(stage: Stage, heap: str) -> str:
    """A slatted wooden crate that holds a heap, with the band on its front."""
    return (
        svg.path("M24 108H176L170 118H30z", "nau-30")
        + heap
        + svg.path("M24 116H176L168 174H32z", "nghe_sam+28")
        + stage.shade_plane("M26 131H174L173.5 134.5H26.5zM29 152H171L170.5 155.5H29.5z", 26)
        + stage.clipped("M24 116H176L168 174H32z", stage.band(24, 134, 152, 18))
        + svg.path("M24 116h10l7 58H32zM176 116H166L159 174H168z", "nghe_sam-4")
    )


def _produce_crate(stage: Stage) -> str:
    """A crate of the ingredient; with none, of mixed vegetables."""
    if not stage.loose.markup:
        return _crate(stage, _mixed_vegetables())
    size, step = (38, 33) if stage.loose.loose_size >= 30 else (26, 33)
    mound = svg.path("M30 116Q58 60 84 50 100 44 116 50 142 60 170 116z", stage.loose.ground)
    turns = 360 if stage.loose.turns else 24
    pieces = "".join(
        stage.piece(100 + (at - (count - 1) / 2) * step, y, size, (row * 97 + at * 61) % turns - turns / 2)
        for row, (y, count) in enumerate(((58, 2), (84, 3), (110, 4)))
        for at in range(count)
    )
    return _crate(stage, mound + pieces)


def _mixed_vegetables() -> str:
    spots = (
        ("greens", 62, 82, -14, 1.1),
        ("greens", 136, 80, 14, 1.1),
        ("pumpkin", 100, 78, 0, 0.95),
        ("carrot", 60, 108, 40, 0.7),
        ("carrot", 76, 112, 64, 0.7),
        ("tomato", 104, 110, 0, 0.62),
        ("tomato", 138, 110, 12, 0.62),
    )
    return "".join(
        svg.group(PLANTS[name].markup, transform=svg.place(x, y, turn, scale))
        for name, x, y, turn, scale in spots
    )


def _board(stage: Stage) -> str:
    """A banana leaf on a low tray: what fresh meat and fish lie on."""
    return (
        svg.path("M20 128H180L170 168Q100 178 30 168z", "xam+58")
        + stage.shade_plane("M26 152H174L170 168Q100 178 30 168z", 10)
        + svg.path("M28 134Q40 104 100 106 168 104 174 132 150 150 100 148 48 150 28 134z", "la")
        + svg.line("M34 132Q100 122 168 130", "la_sang", 3)
    )


def _label(stage: Stage, x: float, y: float, width: float) -> str:
    """A price flag with the words and the band, stuck beside unpacked goods."""
    return (
        svg.rect(x + width / 2 - 2, y + 40, 4, 40, "nghe_sam-20")
        + svg.rect(x, y, width, 46, stage.spec.pack)
        + stage.words(x + width / 2, y + 15, width - 8, 12.5, upright=24)
        + stage.band(x, y + 30, width, 14)
    )


def _meat_tray(stage: Stage) -> str:
    slices = "".join(
        svg.group(
            svg.path("M-34-4C-30-26 14-28 30-16 40-6 34 16 14 18-8 20-36 16-34-4z", "basalt+22")
            + svg.path(
                "M-34-4C-30-26 14-28 30-16L27-11C10-21-22-20-28-2-27 6-22 12-14 15-26 13-36 8-34-4z",
                "hong+52",
            )
            + svg.line("M-14-2Q0-12 14-4M-6 8Q6 2 18 6", "hong+30", 3),
            transform=svg.place(x, y, turn, 0.86),
        )
        for x, y, turn in ((66, 126, -8), (102, 124, 4), (136, 126, -4))
    )
    return _label(stage, 64, 36, 72) + _board(stage) + slices


def _fish_tray(stage: Stage) -> str:
    fish = PLANTS["fish"].markup
    laid = "".join(
        svg.group(fish, transform=svg.place(x, y, turn, scale))
        for x, y, turn, scale in ((94, 116, -6, 1.35), (106, 140, 4, 1.45))
    )
    return _label(stage, 64, 30, 72) + _board(stage) + laid


def _egg_tray(stage: Stage) -> str:
    """Two rows of eggs in a carton of pressed paper."""
    egg = PLANTS["egg"].markup
    back = "".join(svg.group(egg, transform=svg.place(48 + at * 26, 98, 0, 0.66)) for at in range(5))
    front = "".join(svg.group(egg, transform=svg.place(40 + at * 30, 118, 0, 0.78)) for at in range(5))
    cups = "".join(f"M{26 + at * 30} 122q14 18 28 0z" for at in range(5))
    return (
        _label(stage, 64, 24, 72)
        + svg.path("M30 100H170L176 126H24z", "xam-6")
        + back
        + front
        + svg.path("M20 122H180L170 174H30z", "xam+30")
        + svg.path(cups, "xam+8")
        + stage.clipped("M20 122H180L170 174H30z", stage.band(20, 148, 160, 18))
    )


def _leaf_roll(stage: Stage) -> str:
    """A meat roll in banana leaf tied with bamboo string, and its slices."""
    string = "".join(f"M{38 + at * 17} 92V142" for at in range(6))
    slices = "".join(
        svg.ellipse(x, 164, 15, 13, "la-10")
        + svg.ellipse(x, 164, 12.5, 10.5, "hong+46")
        + svg.circle(x - 3, 161, 1.6, "den")
        + svg.circle(x + 4, 167, 1.4, "den")
        for x in (126, 148, 170)
    )
    roll = (
        svg.path("M28 92H132Q144 92 144 117 144 142 132 142H28Q16 142 16 117 16 92 28 92z", "la")
        + stage.shade_plane("M17 124H143.5Q141 142 132 142H28Q19 142 17 124z", 18)
        + svg.line("M30 102H132M30 112H138", "la_sang", 2)
        + svg.line(string, "kem", 2.5)
        + svg.ellipse(136, 117, 9, 25, "la_sang-12")
        + svg.ellipse(136, 117, 7, 21, "hong+46")
    )
    return svg.group(_label(stage, 56, 34, 76), roll, transform="translate(6 30)") + slices


FRESH = {
    "durian": Kind(_durian, loose_in_front=False, colours=("la_sang-14", "non-8")),
    "pomelo": Kind(_pomelo, loose_in_front=False, colours=("la_sang+18", "non")),
    "produce_crate": Kind(_produce_crate, loose_in_front=False, shadow=82, colours=("nghe_sam+28",)),
    "meat_tray": Kind(_meat_tray, loose_in_front=False, shadow=82, colours=("xam+58",)),
    "fish_tray": Kind(_fish_tray, loose_in_front=False, shadow=82, colours=("xam+58",)),
    "egg_tray": Kind(_egg_tray, loose_in_front=False, shadow=82, colours=("xam+30",)),
    "leaf_roll": Kind(_leaf_roll, loose_in_front=False, shadow=80, colours=("la",)),
}
