"""Filling the tables of this room from `regions/data`."""

from .load import load_units

__all__ = ["load_units"]
