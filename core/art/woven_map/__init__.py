"""The woven map: former districts as a cloth of squares, with numbered places."""

from core.art.woven_map.draw import Label, Pin, WovenMap
from core.art.woven_map.geometry import Polygon, Ring

__all__ = ["Label", "Pin", "Polygon", "Ring", "WovenMap"]
