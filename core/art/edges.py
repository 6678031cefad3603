"""Edges that every page carries: the selvedge of header and footer, the teeth under star badges."""

from core.art import cells, motifs, svg

SELVEDGE_COLUMNS, SELVEDGE_ROWS = 12, 6


def selvedge_tile() -> list[list[str]]:
    """Weave one repeat: a nghệ line, then gạch lozenges with trắng hearts on chàm."""
    return [[_selvedge_yarn(x, y) for x in range(SELVEDGE_COLUMNS)] for y in range(SELVEDGE_ROWS)]


def _selvedge_yarn(x: int, y: int) -> str:
    if y == 0:
        return "nghe"
    row = y - 1
    if not motifs.lozenge(x, row, SELVEDGE_COLUMNS, SELVEDGE_ROWS - 1):
        return "cham"
    heart_x, heart_y = x - 3, row - 1
    in_heart = 0 <= heart_x < 6 and 0 <= heart_y < 3 and motifs.lozenge(heart_x, heart_y, 6, 3)
    return "trang" if in_heart else "gach"


def draw_selvedge(cell: int = 2) -> str:
    """Draw one repeat as a file for `background-repeat: repeat-x`, 12 px high at the usual cell."""
    return svg.document(
        SELVEDGE_COLUMNS * cell,
        SELVEDGE_ROWS * cell,
        cells.draw(selvedge_tile(), cell),
        shape_rendering="crispEdges",
    )


def draw_tooth(width: int, height: int) -> str:
    """Draw one nghệ tooth that points down, as a file for `background-repeat: repeat-x`; pixels."""
    return svg.document(width, height, svg.path(f"M0 0h{width}L{svg.number(width / 2)} {height}z", "nghe"))
