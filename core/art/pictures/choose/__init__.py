"""Chooses a sensible picture for a product from little: its set, its Vietnamese title, its producer."""

from core.art.pictures.choose.default import default_spec

__all__ = ["default_spec"]
