"""The loom on which a scene is woven: a grid of cells, and the things that scenes share."""

import math
from collections.abc import Callable, Sequence

_DRAWN_FOR = (176, 72)  # columns and rows that the sizes of things are given for


class Loom:
    """A grid of shades, `width` × `height` cells, all of one shade at first.

    Things that lie partly outside the grid are cut off at its edge.
    """

    def __init__(self, width: int, height: int, shade: str) -> None:
        self.width = width
        self.height = height
        self.rows: list[list[str]] = [[shade] * width for _ in range(height)]

    def size(self, cells: float) -> int:
        """Scale a size, given for a scene of 176 × 72 cells, to this scene; at least one cell.

        Width counts more than height: a taller scene shows somewhat larger things, not a larger floor.
        """
        wide, high = _DRAWN_FOR
        return max(1, round(cells * (0.6 * self.width / wide + 0.4 * self.height / high)))

    def across(self, share: float) -> int:
        """The column at a share of the width."""
        return int(self.width * share)

    def down(self, share: float) -> int:
        """The row at a share of the height."""
        return int(self.height * share)

    def put(self, x: int, y: int, shade: str) -> None:
        """Weave one cell."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.rows[y][x] = shade

    def block(self, left: int, top: int, width: int, height: int, shade: str) -> None:
        """Weave a rectangle."""
        for y in range(max(0, top), min(self.height, top + height)):
            for x in range(max(0, left), min(self.width, left + width)):
                self.rows[y][x] = shade

    def texture(
        self, left: int, top: int, width: int, height: int, shade_at: Callable[[int, int], str | None]
    ) -> None:
        """Weave a rectangle cell by cell; None leaves a cell as it is."""
        for y in range(max(0, top), min(self.height, top + height)):
            for x in range(max(0, left), min(self.width, left + width)):
                shade = shade_at(x, y)
                if shade is not None:
                    self.rows[y][x] = shade

    def disc(self, x: int, y: int, radius: int, rings: Sequence[str]) -> None:
        """Weave sun, moon or gong: rings two cells thick, the first at the rim."""

        def ring(column: int, row: int) -> str | None:
            distance = math.hypot(column - x, row - y)
            return (
                rings[int((radius + 0.4 - distance) / 2) % len(rings)] if distance <= radius + 0.4 else None
            )

        self.texture(x - radius - 1, y - radius - 1, 2 * radius + 3, 2 * radius + 3, ring)

    def hill(self, x: int, top: int, foot: int, half: float, *, shades: tuple[str, str], period: int) -> None:
        """Weave a stepped cone with chevrons: the lozenge of a band grown to a hill.

        Args:
            x: The column of the peak.
            top: The row of the peak.
            foot: The row below the hill.
            half: Half its width at the foot, in cells.
            shades: The shade of edge and chevrons, and that of the slopes.
            period: Rows from chevron to chevron.
        """
        for y in range(max(0, top), min(self.height, foot)):
            reach = half * ((y - top) / (foot - top)) ** 0.95
            for column in range(max(0, int(x - reach)), min(self.width, int(x + reach) + 1)):
                away = abs(column - x)
                edge = reach - away < 1.7
                chevron = int(y - top + away * 0.62) % period == 0
                self.rows[y][column] = shades[0] if edge or chevron else shades[1]

    def soil(self, top: int, shades: tuple[str, str, str]) -> None:
        """Weave soil: dashed rows that thicken toward the viewer; shades of dash, bed and third bed."""
        y, row = top, 0
        while y < self.height:
            thick = 1 + (y - top) // 8
            bed = shades[2] if row % 3 == 2 else shades[1]
            self.block(0, y, self.width, thick + 1, bed)
            pace, dash = 6 + 3 * thick, 2 + 2 * thick
            for x in range(-(row * 5 % pace), self.width, pace):
                self.block(x, y, dash, 1, shades[0])
            y, row = y + thick + 1, row + 1

    def line(
        self, start: tuple[int, int], end: tuple[int, int], thick: int, shade: str
    ) -> list[tuple[int, int]]:
        """Weave a stepped line and return its cells from start to end."""
        (x0, y0), (x1, y1) = start, end
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        cells = [
            (round(x0 + (x1 - x0) * at / steps), round(y0 + (y1 - y0) * at / steps))
            for at in range(steps + 1)
        ]
        for x, y in cells:
            self.block(x, y, thick, thick, shade)
        return cells
