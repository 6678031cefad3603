"""Packs of paper and film: pouch, sack, box, gift set, noodle pack, tea bag, tube."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.art import svg
from core.art.pictures.kinds.kind import Kind

if TYPE_CHECKING:
    from core.art.pictures.stage import Stage

_GIFT_PANELS = ("basalt-30", "kem", "ca_phe-15", "la", "cham")


def _pouch(stage: Stage) -> str:
    """A stand-up pouch with a crimped top."""
    ribs = "".join(f"M{54 + at * 8} 36v8" for at in range(12))
    return (
        svg.path("M50 34H150L156 172Q100 184 44 172z", stage.spec.pack)
        + stage.shade_plane("M128 34H150L156 172Q146 175 134 176.5z", 14)
        + stage.shade_plane("M50 34H150L150.6 46H49.4z", 24)
        + svg.line(ribs, stage.spec.pack, 2)
        + stage.words(100, 68, 88, 14.5)
        + stage.window(100, 114, 26)
        + stage.band(45.4, 146, 109.2, 18)
    )


def _sack(stage: Stage) -> str:
    """A rice sack, sewn at the top, soft at the corners."""
    stitches = "".join(f"M{50 + at * 9} 38h5" for at in range(12))
    return (
        svg.path("M46 30H154L152 46Q164 100 156 170 100 182 44 170 36 100 48 46z", stage.spec.pack)
        + stage.shade_plane("M136 30H154L152 46Q164 100 156 170 147 173 138 174 150 100 136 46z", 14)
        + stage.shade_plane("M46 30H154L152 46H48z", 16)
        + svg.line(stitches, stage.design.figure, 2)
        + stage.words(100, 68, 92, 16)
        + stage.window(100, 116, 27, "arch" if stage.spec.window == "arch" else "circle")
        + stage.band(43, 148, 114, 18)
    )


def _box(stage: Stage) -> str:
    """A carton seen from its left front edge."""
    return (
        svg.path("M34 62 60 42H178L152 62z", stage.spec.pack)
        + stage.light_plane("M34 62 60 42H178L152 62z", 16)
        + svg.path("M152 62 178 42V150L152 170z", stage.spec.pack)
        + stage.shade_plane("M152 62 178 42V150L152 170z", 30)
        + svg.rect(34, 62, 118, 108, stage.spec.pack)
        + stage.words(93, 81, 104, 14.5, upright=30)
        + stage.window(93, 121, 22)
        + stage.band(34, 150, 118, 20)
    )


def _tea_box(stage: Stage) -> str:
    """A tall box with a lid, and one bag on its string before it."""
    string = svg.line("M150 118Q172 122 168 142", "kem", 1.5)
    bag = svg.path("M154 142H182L184 170 168 176 152 170z", "kem") + stage.shade_plane(
        "M168 142H182L184 170 168 176z", 9
    )
    tag = svg.rect(142, 106, 16, 14, stage.design.figure)
    return (
        svg.path("M46 40 66 26H152L132 40z", stage.spec.pack)
        + stage.light_plane("M46 40 66 26H152L132 40z", 18)
        + svg.path("M132 40 152 26V158L132 172z", stage.spec.pack)
        + stage.shade_plane("M132 40 152 26V158L132 172z", 28)
        + svg.rect(46, 40, 86, 132, stage.spec.pack)
        + stage.shade_plane("M46 62H132V64.5H46zM132 62 152 48V50.5L132 64.5z", 28)
        + stage.words(89, 82, 76, 14)
        + stage.window(89, 122, 21)
        + stage.band(46, 152, 86, 16)
        + string
        + tag
        + bag
        + stage.piece(168, 158, 17)
    )


def _medicine_box(stage: Stage) -> str:
    """A flat box of medicine with a blister of capsules leaning on it."""
    wells = "".join(
        svg.rect(118 + column * 19, 118 + row * 15, 14, 8, shade, rx=4)
        for row in range(3)
        for column, shade in enumerate((stage.design.accent, stage.design.figure, stage.design.accent))
    )
    blister = svg.rect(111, 110, 66, 52, "xam+62", rx=4) + wells
    return (
        svg.path("M30 60 48 44H150L132 60z", stage.spec.pack)
        + stage.light_plane("M30 60 48 44H150L132 60z", 22)
        + svg.path("M132 60 150 44V152L132 170z", stage.spec.pack)
        + stage.shade_plane("M132 60 150 44V152L132 170z", 26)
        + svg.rect(30, 60, 102, 110, stage.spec.pack)
        + stage.words(81, 78, 90, 13.5)
        + stage.window(70, 116, 18)
        + stage.band(30, 148, 102, 18)
        + svg.group(blister, transform="rotate(8 144 136)")
    )


def _gift_set(stage: Stage) -> str:
    """A wide box with five small windows, each a taste of its own."""
    panels = ""
    for at, shade in enumerate(_GIFT_PANELS):
        x = 30 + at * 26.2
        outline = f"M{svg.number(x)} 76h23v52h-23z"
        panels += stage.clipped(
            outline, svg.rect(x, 76, 23, 52, shade), stage.heap(x + 2, 79, 22, 50, size=19)
        )
    return (
        svg.path("M22 66 40 48H184L166 66z", stage.spec.pack)
        + stage.light_plane("M22 66 40 48H184L166 66z", 14)
        + svg.path("M166 66 184 48V146L166 164z", stage.spec.pack)
        + stage.shade_plane("M166 66 184 48V146L166 164z", 32)
        + svg.rect(22, 66, 144, 98, stage.spec.pack)
        + panels
        + stage.band(22, 138, 144, 20)
    )


def _noodle_pack(stage: Stage) -> str:
    """A sheaf of dry noodles held by a printed paper sleeve."""
    strands = "".join(f"M{46 + at * 6} 30V172" for at in range(19))
    return (
        svg.rect(44, 28, 112, 146, "kem+10", rx=5)
        + svg.line(strands, "kem-14", 1.6)
        + stage.shade_plane("M140 28h11q5 0 5 5V169q0 5-5 5H140z", 10)
        + svg.path("M41 66H159V152H41z", stage.spec.pack)
        + stage.shade_plane("M140 66H159V152H140z", 14)
        + stage.words(100, 92, 106, 17, upright=44)
        + stage.band(41, 124, 118, 22)
    )


def _paper_pack(stage: Stage) -> str:
    """A round stack of rice paper in a clear bag with a label."""
    sheets = "".join(
        svg.ellipse(100, 112 - at * 5, 66, 54, "trang" if at % 2 else "kem-3") for at in range(6)
    )
    flecks = "".join(
        svg.circle(x, y, 1.6, "nau")
        for x, y in ((62, 70), (84, 54), (118, 58), (138, 74), (72, 110), (130, 112))
    )
    return (
        sheets
        + flecks
        + svg.line("M48 80A56 44 0 0 1 152 80", "trang-10", 1.5)
        + svg.rect(56, 82, 88, 62, stage.spec.pack)
        + stage.words(100, 100, 80, 14, upright=34)
        + stage.band(56, 122, 88, 18)
    )


def _snack_bowl(stage: Stage) -> str:
    """An instant bowl with a peeled lid and steam in stepped threads."""
    steam = svg.line("M78 44v-8h6v-8h-6v-8M122 44v-8h6v-8h-6v-8M100 38v-8h6v-8h-6v-8", "trang", 4)
    return (
        steam
        + svg.path("M34 70H166L146 172Q100 180 54 172z", stage.spec.pack)
        + stage.shade_plane("M142 70H166L146 172Q138 174 128 175z", 14)
        + svg.ellipse(100, 70, 69, 15, "trang")
        + svg.ellipse(100, 70, 61, 11, "nghe_sam-8")
        + stage.clipped("M39 70a61 11 0 0 1 122 0a61 11 0 0 1-122 0z", stage.heap(46, 66, 108, 10, size=24))
        + stage.words(100, 112, 92, 16, upright=40)
        + stage.band(46, 140, 108, 20)
    )


def _tea_bags(stage: Stage) -> str:
    """A paper bag of herbal tea, its top folded and tied."""
    return (
        svg.path("M56 54H144L152 172Q100 180 48 172z", stage.spec.pack)
        + stage.shade_plane("M126 54H144L152 172Q142 174 134 175z", 13)
        + svg.path("M60 30H140L144 56H56z", stage.spec.pack)
        + stage.shade_plane("M60 30H140L144 56H56z", 12)
        + svg.rect(50, 52, 100, 5, stage.design.figure)
        + svg.line("M94 54Q72 40 76 60 84 70 100 55 122 70 126 60 126 42 104 54", stage.design.figure, 3)
        + stage.words(100, 85, 84, 13, upright=29)
        + stage.window(100, 123, 21)
        + stage.band(49.5, 148, 101, 16)
    )


def _tube(stage: Stage) -> str:
    """A cosmetic tube on its cap, beside a bar of soap."""
    soap = (
        svg.path(
            "M128 150Q128 138 140 138H176Q188 138 188 150V166Q188 174 178 174H138Q128 174 128 166z",
            stage.design.figure,
        )
        + stage.shade_plane("M128 160H188V166Q188 174 178 174H138Q128 174 128 166z", 14)
        + svg.element(
            "path", d="M138 148H178", fill="none", stroke="#fff", stroke_width=3, stroke_opacity=".4"
        )
    )
    return (
        svg.path("M46 26H122L116 146H52z", stage.spec.pack)
        + stage.shade_plane("M106 26H122L116 146H102z", 13)
        + stage.shade_plane("M46 26H122L121.5 35H46.5z", 20)
        + svg.path("M57 146H111V170Q111 174 107 174H61Q57 174 57 170z", stage.design.ground)
        + svg.line(
            "M64 150V170M72 150V170M80 150V170M88 150V170M96 150V170M104 150V170", stage.design.accent, 1.5
        )
        + stage.words(84, 54, 58, 13, upright=32)
        + stage.window(84, 92, 18)
        + stage.band(50.8, 120, 66.4, 16)
        + soap
    )


PACKS = {
    "pouch": Kind(_pouch),
    "sack": Kind(_sack, shadow=70),
    "box": Kind(_box, shadow=72),
    "tea_box": Kind(_tea_box, loose_in_front=False),
    "medicine_box": Kind(_medicine_box, loose_in_front=False, shadow=76),
    "gift_set": Kind(_gift_set, shadow=80),
    "noodle_pack": Kind(_noodle_pack, loose_in_front=False),
    "paper_pack": Kind(_paper_pack, loose_in_front=False, shadow=70),
    "snack_bowl": Kind(_snack_bowl, loose_in_front=False),
    "tea_bag": Kind(_tea_bags),
    "tube": Kind(_tube, loose_in_front=False, shadow=84),
}
