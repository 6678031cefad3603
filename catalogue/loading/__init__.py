"""Filling the tables of this room from `catalogue/data`."""

from .press import PressCounts, load_press_records
from .reference import load_reference

__all__ = ["PressCounts", "load_press_records", "load_reference"]
