"""The producer's band: a strip of cloth that is one producer's own, the same everywhere."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from core.art import cells, motifs, svg

ROWS = 20
MOTIF_ROWS = 10
GROUNDS = ("cham", "basalt", "den", "la", "ca_phe", "trang")
FIGURES = {
    "cham": ("nghe", "trang", "gach", "ho_nhat"),
    "basalt": ("nghe", "trang", "cham", "hong"),
    "den": ("gach", "nghe", "trang", "la_sang"),
    "la": ("nghe", "trang", "cham", "non"),
    "ca_phe": ("nghe", "trang", "gach", "kem"),
    "trang": ("basalt", "cham", "nghe_sam", "la"),
}
WIDTHS = (12, 14, 16)

_EYE_ROWS = 6
_HEART = 4
_TOOTH = 4


@dataclass(frozen=True)
class BandDesign:
    """What sets one band apart. Yarns by name, width in cells."""

    ground: str
    figure: str
    accent: str
    motif: str
    eyes: bool
    width: int

    @property
    def key(self) -> str:
        """A short name for this design, fit for an id: alike designs share it."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:8]

    def tile(self) -> list[list[str]]:
        """Weave one repeat: 20 rows of yarn names, from the top."""
        return [[self._yarn(x, y) for x in range(self.width)] for y in range(ROWS)]

    def _yarn(self, x: int, y: int) -> str:
        depth = min(y, ROWS - 1 - y)  # rows from the nearer edge: the band is the same from both
        if depth == 0:
            return self.figure
        if depth in (1, 4):
            return self.ground
        if depth in (2, 3):
            return self.accent if _tooth(x % _TOOTH, depth - 2) else self.ground
        return self._motif_yarn(x, y - 5)

    def _motif_yarn(self, x: int, y: int) -> str:
        heart_x, heart_y = x - self.width // 2 + _HEART // 2, y - MOTIF_ROWS // 2 + _HEART // 2
        if 0 <= heart_x < _HEART and motifs.lozenge(heart_x, heart_y, _HEART, _HEART):
            return self.accent
        if motifs.MOTIFS[self.motif](x, y, self.width, MOTIF_ROWS):
            return self.figure
        return self.accent if self.eyes and self._eye(x, y) else self.ground

    def _eye(self, x: int, y: int) -> bool:
        """Small eyes stand half a repeat from the motif, so each is split between two tiles."""
        wide = self.width // 2
        eye_x = (x + self.width // 2) % self.width - (self.width - wide) // 2
        eye_y = y - (MOTIF_ROWS - _EYE_ROWS) // 2
        inside = 0 <= eye_x < wide and 0 <= eye_y < _EYE_ROWS
        return inside and motifs.eye(eye_x, eye_y, wide, _EYE_ROWS)


def design_of(code: str, number: int) -> BandDesign:
    """Design the band of one producer.

    Args:
        code: The producer's permanent code; its SHA-256 decides everything but the ground.
        number: The producer's running number; it decides the ground, so that neighbours in a list differ.
    """
    byte = hashlib.sha256(code.encode()).digest()
    ground = GROUNDS[number % len(GROUNDS)]
    first = byte[1] % 4
    second = (first + 1 + byte[2] % 3) % 4
    return BandDesign(
        ground=ground,
        figure=FIGURES[ground][first],
        accent=FIGURES[ground][second],
        motif=list(motifs.MOTIFS)[byte[3] % len(motifs.MOTIFS)],
        eyes=byte[4] % 6 == 4,
        width=WIDTHS[byte[5] % len(WIDTHS)],
    )


def draw_band(design: BandDesign, cell: int = 2, tiles: int = 1) -> str:
    """Draw whole repeats as a file for `background-repeat: repeat-x`.

    Args:
        design: The band.
        cell: The side of a cell in pixels: 2 gives a strip 40 px high.
        tiles: How many repeats the file holds.
    """
    rows: Sequence[Sequence[str]] = [row * tiles for row in design.tile()]
    return svg.document(
        design.width * tiles * cell,
        ROWS * cell,
        cells.draw(rows, cell),
        shape_rendering="crispEdges",
    )


def draw_band_strip(design: BandDesign, cell: int = 2) -> str:
    """Draw a strip that repeats by itself at any width, for `<img>` or inline.

    The file has no viewBox on purpose: stretched to the width of the page, its cells keep their size.
    """
    pattern = svg.element(
        "pattern",
        cells.draw(design.tile(), cell),
        id=f"band-{design.key}-{cell}",
        width=design.width * cell,
        height=ROWS * cell,
        patternUnits="userSpaceOnUse",
    )
    return svg.element(
        "svg",
        svg.element("defs", pattern),
        svg.element("rect", width="100%", height=ROWS * cell, fill=f"url(#band-{design.key}-{cell})"),
        xmlns="http://www.w3.org/2000/svg",
        width="100%",
        height=ROWS * cell,
        shape_rendering="crispEdges",
    )


def _tooth(x: int, row: int) -> bool:
    """A triangle 4 wide and 2 high, its point in row 0."""
    return abs(x - _TOOTH / 2 + 0.5) <= row + 0.7
