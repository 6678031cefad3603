"""Fictional shops that show what the site does; marked as such wherever they appear."""

from .load import load_demo
from .reading import SHOPS, read_shops

__all__ = ["SHOPS", "load_demo", "read_shops"]
