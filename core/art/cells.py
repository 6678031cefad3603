"""Cloth as a grid of cells, and how it becomes few and short SVG paths."""

from collections.abc import Sequence
from typing import TypeAlias

from core.art import svg
from core.art.yarns import colour

Cloth: TypeAlias = Sequence[Sequence[str | None]]
"""Rows of shades from the top; None is a cell without yarn."""


def merge(cloth: Cloth, cell: float, left: float = 0, top: float = 0) -> dict[str, str]:
    """Join cells of one shade into rectangles, and these into one path a shade.

    Runs along a row are joined first; a run that repeats exactly under itself grows downward.

    Args:
        cloth: The rows.
        cell: The side of a cell, in units of the drawing.
        left: Where the first column starts.
        top: Where the first row starts.

    Returns:
        Path data by shade, in the order in which shades first appear.
    """
    data: dict[str, list[str]] = {}
    open_runs: dict[tuple[int, int, str], int] = {}
    for row in range(len(cloth) + 1):
        runs = _runs(cloth[row]) if row < len(cloth) else []
        for run in [run for run in open_runs if run not in runs]:
            start, length, shade = run
            first = open_runs.pop(run)
            data.setdefault(shade, []).append(
                _rectangle(left + start * cell, top + first * cell, length * cell, (row - first) * cell)
            )
        for run in runs:
            open_runs.setdefault(run, row)
    return {shade: "".join(parts) for shade, parts in data.items()}


def draw(cloth: Cloth, cell: float, left: float = 0, top: float = 0) -> str:
    """Draw a cloth: one path a shade, over one rectangle in the shade of most cells."""
    counts: dict[str | None, int] = {}
    for row in cloth:
        for shade in row:
            counts[shade] = counts.get(shade, 0) + 1
    ground = None if None in counts else max(counts, key=lambda shade: counts[shade])
    under = svg.rect(left, top, len(cloth[0]) * cell, len(cloth) * cell, ground) if ground is not None else ""
    figures = [[None if shade == ground else shade for shade in row] for row in cloth]
    return under + "".join(
        svg.element("path", fill=colour(shade), d=data)
        for shade, data in merge(figures, cell, left, top).items()
    )


def _runs(row: Sequence[str | None]) -> list[tuple[int, int, str]]:
    """List the runs of one row as (start, length, shade)."""
    runs: list[tuple[int, int, str]] = []
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or row[at] != row[start]:
            shade = row[start]
            if shade is not None:
                runs.append((start, at - start, shade))
            start = at
    return runs


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    n = _short
    return f"M{n(x)} {n(y)}h{n(width)}v{n(height)}h-{n(width)}z"


def _short(value: float) -> str:
    """Two decimals: a cell of .9 must not drift by a pixel over forty of them."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
