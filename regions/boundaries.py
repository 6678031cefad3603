"""The borders of the region, for maps: read once from `data/binh-phuoc-boundaries.geojson`.

Reference lines without legal force, good to about 250 m: not for parcels, nor for an address near a border.
The file is a regional extract; never present it as a map of Việt Nam.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

_FILE = Path(__file__).resolve().parent / "data" / "binh-phuoc-boundaries.geojson"

Level: TypeAlias = Literal["district", "commune", "new_unit", "province", "neighbour"]
Point: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84), in this order, as in GeoJSON."""
Ring: TypeAlias = tuple[Point, ...]
"""A closed line; its last point is its first."""
Polygon: TypeAlias = tuple[Ring, ...]
"""An outer ring and then its holes."""

#: Shown beside every map that draws these lines.
CREDIT = (
    "Ranh giới tham khảo: vietnamese-provinces-database (Thang Le Quoc, MIT), theo bản đồ tham chiếu của "
    "NXB Tài nguyên – Môi trường và Bản đồ Việt Nam; ranh giới xã cũ: vietnam63 (Marc Choisy, MIT)."
)


@dataclass(frozen=True)
class Feature:
    """One area of the file.

    Attributes:
        level: What kind of area; a code is unique within its level only.
        code: The official code: of a district three digits, of a commune or unit five.
        name: As in the file, which keeps the names of before 30/4/2026; `Unit.name` is the name of today.
        parent: The district of a commune, the province of a district or unit; "" for the others.
        new_code: The unit of today that took over a commune; "" for the others.
        approximate: Some of the lines come from the coarser source.
        polygons: The parts of the area.
    """

    level: Level
    code: str
    name: str
    parent: str
    new_code: str
    approximate: bool
    polygons: tuple[Polygon, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north end in degrees."""
        points = [point for polygon in self.polygons for point in polygon[0]]
        longitudes, latitudes = zip(*points, strict=True)
        return min(longitudes), min(latitudes), max(longitudes), max(latitudes)

    def covers(self, latitude: float, longitude: float) -> bool:
        """Tell whether a point in degrees lies inside; on a border either answer may come."""
        return any(
            _inside(polygon[0], longitude, latitude)
            and not any(_inside(hole, longitude, latitude) for hole in polygon[1:])
            for polygon in self.polygons
        )


def features(level: Level) -> tuple[Feature, ...]:
    """Return the areas of a level by code: 11 districts, 111 communes, 40 units, 2 provinces, 3 neighbours.

    Raises:
        ValueError: There is no such level.
    """
    if level not in get_args(Level):
        raise ValueError(f"no level {level!r}")
    return _by_level()[level]


def district_polygons() -> dict[str, tuple[Polygon, ...]]:
    """Return the parts of each former district by its code."""
    return {feature.code: feature.polygons for feature in features("district")}


def unit_polygons() -> dict[str, tuple[Polygon, ...]]:
    """Return the parts of each of the region's 40 units by its code."""
    return {feature.code: feature.polygons for feature in features("new_unit")}


def unit_at(latitude: float, longitude: float) -> str | None:
    """Return the code of the region's unit at a point in degrees; None outside the region."""
    for feature, (west, south, east, north) in _unit_boxes():
        if west <= longitude <= east and south <= latitude <= north and feature.covers(latitude, longitude):
            return feature.code
    return None


@lru_cache(maxsize=1)
def _unit_boxes() -> tuple[tuple[Feature, tuple[float, float, float, float]], ...]:
    return tuple((feature, feature.box) for feature in features("new_unit"))


@lru_cache(maxsize=1)
def _by_level() -> dict[Level, tuple[Feature, ...]]:
    content = json.loads(_FILE.read_text(encoding="utf-8"))
    found: dict[Level, list[Feature]] = {level: [] for level in get_args(Level)}
    for item in content["features"]:
        feature = _feature(item)
        found[feature.level].append(feature)
    return {level: tuple(sorted(items, key=lambda item: item.code)) for level, items in found.items()}


def _feature(item: dict[str, Any]) -> Feature:
    properties, geometry = item["properties"], item["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return Feature(
        level=properties["level"],
        code=properties["code"],
        name=properties["name_vi"],
        parent=properties.get("parent", ""),
        new_code=properties.get("new_code", ""),
        approximate=properties.get("approx", False),
        polygons=tuple(tuple(_ring(ring) for ring in part) for part in parts),
    )


def _ring(points: Sequence[Sequence[float]]) -> Ring:
    return tuple((point[0], point[1]) for point in points)


def _inside(ring: Ring, x: float, y: float) -> bool:
    """Count how often a ray to the east crosses the ring; inside it is an odd number."""
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            odd = not odd
    return odd
