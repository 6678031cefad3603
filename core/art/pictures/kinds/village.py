"""A place to visit: a small woven scene that fills the picture, the producer's band at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.art import cells, svg
from core.art.scenes.loom import Loom

if TYPE_CHECKING:
    from core.art.pictures.stage import Stage

_COLUMNS, _ROWS, _CELL = 50, 42, 4
_SOIL = 34


def draw_village(stage: Stage) -> str:
    """Draw sun, hill and a house on posts over red soil."""
    loom = Loom(_COLUMNS, _ROWS, "nghe+66")
    loom.block(0, 0, _COLUMNS, 5, "nghe+44")
    loom.block(0, 5, _COLUMNS, 7, "nghe+56")
    loom.disc(39, 11, 7, ("gach", "gach", "nghe"))
    loom.hill(15, 7, _SOIL, 25, shades=("cham", "cham_nhat"), period=6)
    loom.hill(48, 20, _SOIL, 16, shades=("ho-40", "ho-20"), period=5)
    loom.soil(_SOIL, ("basalt-25", "basalt", "basalt+8"))
    _house(loom)
    side = _COLUMNS * _CELL
    threads = "".join(f"M0 {y * _CELL - 0.5}H{side}" for y in range(1, _ROWS))
    return svg.group(
        cells.draw(loom.rows, _CELL),
        svg.element("path", d=threads, stroke="#000", stroke_opacity=".08"),
        shape_rendering="crispEdges",
    ) + stage.band(0, side - 32, side, 32)


def _house(loom: Loom) -> None:
    left, right, ridge, eaves, floor = 16, 42, 18, 26, 31
    for x in range(left + 1, right, 6):
        loom.block(x, floor, 1, _SOIL + 1 - floor, "ca_phe")
    for y in range(ridge, eaves):
        inset = (eaves - y) // 2
        shade = "nghe_sam" if (y - ridge) % 3 == 0 else "nghe_sam-24"
        loom.block(left - 2 + inset, y, right - left + 4 - 2 * inset, 1, shade)
    loom.texture(left, eaves, right - left, floor - eaves, lambda x, _: "nau" if x % 2 else "ca_phe")
    for x in (left + 4, left + 11, left + 18):
        loom.block(x, eaves + 1, 4, 2, "nghe+12")
    loom.block(left - 1, floor, right - left + 2, 1, "kem")
