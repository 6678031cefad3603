"""The stage of one picture: field, floor, and the parts that packs share (band, window, heap, label)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.art import band, cells, svg
from core.art.pictures.lettering import letter
from core.art.pictures.loose import LOOSE, Loose
from core.art.yarns import ink_on

if TYPE_CHECKING:
    from core.art.pictures.spec import PictureSpec

SIDE = 200
FLOOR = 158


class Stage:
    """Draws parts of one picture and keeps what they share, each definition once."""

    def __init__(self, spec: PictureSpec) -> None:
        self.spec = spec
        self.design = band.design_of(spec.band_code, spec.band_number)
        self.loose: Loose = LOOSE[spec.ingredient]
        self.ink = ink_on(spec.pack)
        self._definitions: dict[str, str] = {}
        self._clips = 0

    @property
    def definitions(self) -> str:
        """Everything defined so far, to be written before the drawing."""
        return svg.element("defs", *self._definitions.values()) if self._definitions else ""

    def shade_plane(self, data: str, percent: int = 20) -> str:
        """Darken a side plane: black over whatever colour lies there."""
        return svg.element("path", d=data, fill_opacity=f".{percent:02d}")

    def light_plane(self, data: str, percent: int = 25) -> str:
        """Lighten a plane: white over whatever colour lies there."""
        return svg.element("path", d=data, fill="#fff", fill_opacity=f".{percent:02d}")

    def clipped(self, outline: str, *children: str) -> str:
        """Show children only inside an outline (path data)."""
        self._clips += 1
        name = f"c{self._clips}"
        self._definitions[name] = svg.element("clipPath", svg.element("path", d=outline), id=name)
        return svg.group(*children, clip_path=f"url(#{name})")

    def band(self, x: float, y: float, width: float, height: float) -> str:
        """Run the producer's band across a pack, a repeat centred, clipped to the rectangle."""
        cell = height / band.ROWS
        return self._woven("b", self.design.tile(), cell, (x, y, width, height))

    def narrow_band(self, x: float, y: float, width: float, height: float) -> str:
        """Run only the teeth of the band: the lesser stripe of a cloth."""
        rows = [*self.design.tile()[:5], *self.design.tile()[-5:]]
        return self._woven("n", rows, height / len(rows), (x, y, width, height))

    def _woven(
        self, name: str, tile: list[list[str]], cell: float, box: tuple[float, float, float, float]
    ) -> str:
        """Repeat a tile over a box (x, y, width, height), one repeat at its middle."""
        x, y, width, height = box
        name = f"{name}{svg.number(height).replace('.', '-')}"
        self._definitions.setdefault(name, svg.group(cells.draw(tile, cell), id=name))
        repeat = len(tile[0]) * cell
        count = int(width / repeat) + 1
        count += (count + 1) % 2  # an odd number keeps one repeat at the centre
        if count * repeat < width:
            count += 2
        first = x + (width - count * repeat) / 2
        outline = (
            f"M{svg.number(x)} {svg.number(y)}h{svg.number(width)}v{svg.number(height)}h-{svg.number(width)}z"
        )
        uses = (
            svg.element("use", href=f"#{name}", x=f"{first + at * repeat:.2f}", y=y) for at in range(count)
        )
        return self.clipped(outline, svg.group(*uses, shape_rendering="crispEdges"))

    def piece(self, x: float, y: float, size: float, turn: float = 0) -> str:
        """Lay one piece of the ingredient, `size` across, turned by degrees."""
        if not self.loose.markup:
            return ""
        self._definitions.setdefault("i", svg.group(self.loose.markup, id="i"))
        return svg.element("use", href="#i", transform=svg.place(x, y, turn, size / self.loose.size))

    def heap(self, x: float, y: float, width: float, height: float, *, size: float, within: float = 0) -> str:
        """Fill a rectangle with pieces on a staggered grid, the ground visible between them.

        With `within`, pieces farther than that from the middle are left out: a window would hide them.
        """
        if not self.loose.markup:
            return ""
        across, down = size * self.loose.pitch, size * self.loose.pitch * self.loose.row_pitch
        pieces, row = [], 0
        while row * down <= height + down / 2:
            column, shift = 0, across / 2 if row % 2 else 0
            while column * across + shift <= width + across / 2:
                turn = (
                    (row * 137 + column * 71) % 360
                    if self.loose.turns
                    else (row * 37 + column * 23) % 40 - 20
                )
                left, top = column * across + shift, row * down
                if not within or math.hypot(left - width / 2, top - height / 2) < within + size / 2:
                    pieces.append(self.piece(x + left, y + top, size, turn))
                column += 1
            row += 1
        return "".join(pieces)

    def window(self, x: float, y: float, radius: float, shape: str = "") -> str:
        """Cut a window into the pack, with the ingredient behind it; without one, print an emblem."""
        if not self.loose.markup:
            return self._emblem(x, y, radius)
        r, n = radius, svg.number
        half, tall = r * 1.3, r * 1.08
        over, back = f"a{n(r)} {n(r)} 0 0 1 {n(2 * r)} 0", f"a{n(r)} {n(r)} 0 0 1-{n(2 * r)} 0"
        outline = {
            "circle": f"M{n(x - r)} {n(y)}{over}{back}z",
            "lozenge": svg.points([(x, y - tall), (x + half, y), (x, y + tall), (x - half, y)]),
            "arch": f"M{n(x - r)} {n(y + r)}V{n(y)}{over}v{n(r)}z",
        }[shape or self.spec.window]
        ground = svg.rect(x - half, y - half, 2 * half, 2 * half, self.loose.ground)
        size = r * self.loose.window_share
        within = r * {"circle": 1, "lozenge": 1.25, "arch": 1.42}[shape or self.spec.window]
        return self.clipped(
            outline, ground, self.heap(x - half, y - r, 2 * half, 2 * r, size=size, within=within)
        )

    def _emblem(self, x: float, y: float, radius: float) -> str:
        """A lozenge in the band's yarns, where there is nothing to see through a window."""
        shades = [self.design.figure, self.design.ground, self.design.accent]
        return "".join(
            svg.path(svg.points([(x, y - d), (x + d, y), (x, y + d), (x - d, y)]), shade)
            for d, shade in zip((radius * 0.95, radius * 0.68, radius * 0.36), shades, strict=True)
        )

    def words(
        self, x: float, y: float, width: float, largest: float = 12, *, shade: str = "", upright: float = 0
    ) -> str:
        """Print the words of the pack, centred on a point."""
        return letter(self.spec.words, x, y, width, shade=shade or self.ink, largest=largest, upright=upright)
