"""Polygons of longitude and latitude, how they lie flat, and the cloth of squares cut from them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Ring: TypeAlias = Sequence[Sequence[float]]
"""Corners as (longitude, latitude) in degrees; the first may be repeated at the end, as GeoJSON does."""

Polygon: TypeAlias = Sequence[Ring]
"""The outer ring, then the holes."""

KM_PER_DEGREE = 111.32
SQUARE_KM = 1.8


@dataclass(frozen=True)
class Frame:
    """A flat frame: degrees to squares, at one scale everywhere, north up. Good for one province."""

    west: float
    north: float
    squash: float  # kilometres of a degree of longitude, over those of a degree of latitude

    def to_squares(self, lat: float, lon: float) -> tuple[float, float]:
        """Turn degrees into squares from the north-west corner: x to the east, y to the south."""
        squares_per_degree = KM_PER_DEGREE / SQUARE_KM
        return (lon - self.west) * squares_per_degree * self.squash, (self.north - lat) * squares_per_degree

    def to_degrees(self, x: float, y: float) -> tuple[float, float]:
        """Turn squares back into (latitude, longitude)."""
        squares_per_degree = KM_PER_DEGREE / SQUARE_KM
        return self.north - y / squares_per_degree, self.west + x / (squares_per_degree * self.squash)


def frame_of(districts: Mapping[str, Sequence[Polygon]]) -> tuple[Frame, int, int]:
    """Frame all districts; return the frame and how many squares it is wide and high.

    Raises:
        ValueError: There is no corner at all.
    """
    corners = [
        corner for polygons in districts.values() for rings in polygons for ring in rings for corner in ring
    ]
    if not corners:
        raise ValueError("a map needs at least one polygon")
    lons, lats = [corner[0] for corner in corners], [corner[1] for corner in corners]
    middle = math.radians((min(lats) + max(lats)) / 2)
    frame = Frame(west=min(lons), north=max(lats), squash=math.cos(middle))
    wide, high = frame.to_squares(min(lats), max(lons))
    return frame, max(1, math.ceil(wide)), max(1, math.ceil(high))


def holds(polygon: Polygon, lat: float, lon: float) -> bool:
    """Tell whether a polygon holds a point: an odd number of sides lies to the east of it."""
    inside = False
    for ring in polygon:
        before = ring[-1]
        for corner in ring:
            (lon_a, lat_a), (lon_b, lat_b) = (before[0], before[1]), (corner[0], corner[1])
            if (lat_a > lat) != (lat_b > lat) and lon < (lon_b - lon_a) * (lat - lat_a) / (
                lat_b - lat_a
            ) + lon_a:
                inside = not inside
            before = corner
    return inside


def cut(
    districts: Mapping[str, Sequence[Polygon]], frame: Frame, wide: int, high: int
) -> list[list[str | None]]:
    """Cut the cloth: each square carries the code of the district that holds its centre, or None."""
    boxes = [
        (code, polygon, _box(polygon)) for code, polygons in sorted(districts.items()) for polygon in polygons
    ]
    rows: list[list[str | None]] = []
    for y in range(high):
        row: list[str | None] = []
        for x in range(wide):
            lat, lon = frame.to_degrees(x + 0.5, y + 0.5)
            row.append(
                next(
                    (
                        code
                        for code, polygon, (south, north, west, east) in boxes
                        if south <= lat <= north and west <= lon <= east and holds(polygon, lat, lon)
                    ),
                    None,
                )
            )
        rows.append(row)
    return rows


def _box(polygon: Polygon) -> tuple[float, float, float, float]:
    """South, north, west and east of a polygon."""
    lons = [corner[0] for corner in polygon[0]]
    lats = [corner[1] for corner in polygon[0]]
    return min(lats), max(lats), min(lons), max(lons)


def tones_of(cloth: Sequence[Sequence[str | None]], tones: int) -> dict[str, int]:
    """Give each district one of a few tones so that districts that touch differ where that can be done.

    The district with the most neighbours chooses first; each takes the tone least used among its neighbours,
    then the least used of all, so that the same cloth always gives the same tones.
    """
    touching: dict[str, set[str]] = {}
    for y, row in enumerate(cloth):
        for x, code in enumerate(row):
            if code is None:
                continue
            touching.setdefault(code, set())
            for other in (
                row[x + 1] if x + 1 < len(row) else None,
                cloth[y + 1][x] if y + 1 < len(cloth) else None,
            ):
                if other is not None and other != code:
                    touching[code].add(other)
                    touching.setdefault(other, set()).add(code)
    chosen: dict[str, int] = {}
    for code in sorted(touching, key=lambda code: (-len(touching[code]), code)):
        near = [chosen[other] for other in touching[code] if other in chosen]
        used = list(chosen.values())
        chosen[code] = min(range(tones), key=lambda tone: (near.count(tone), used.count(tone), tone))
    return chosen
