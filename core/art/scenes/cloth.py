"""Turns a woven grid into an SVG file with the texture of threads over it."""

from core.art import cells, svg
from core.art.scenes.loom import Loom

CELL = 4


def draw_cloth(loom: Loom) -> str:
    """Draw a scene as a file; it fills its box by slicing, it is never stretched."""
    width, height = loom.width * CELL, loom.height * CELL
    return svg.element(
        "svg",
        svg.element("defs", _threads()),
        svg.group(cells.draw(loom.rows, CELL), shape_rendering="crispEdges"),
        svg.element("rect", width=width, height=height, fill="url(#threads)"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        preserveAspectRatio="xMidYMid slice",
    )


def _threads() -> str:
    """Two by two cells: a dark line on the lower edge of alternating cells, a light one on the upper."""
    side, half = 2 * CELL, 0.5
    lower = f"M0 {CELL - half}h{CELL}M{CELL} {side - half}h{CELL}"
    upper = f"M0 {CELL + half}h{CELL}M{CELL} {half}h{CELL}"
    return svg.element(
        "pattern",
        svg.element("path", d=lower, stroke="#000", stroke_opacity=".16"),
        svg.element("path", d=upper, stroke="#fff", stroke_opacity=".1"),
        id="threads",
        width=side,
        height=side,
        patternUnits="userSpaceOnUse",
    )
