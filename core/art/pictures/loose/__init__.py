"""Loose ingredients: what a window shows and what lies at the foot of a pack."""

from core.art.pictures.loose.fruit import FRUIT
from core.art.pictures.loose.nuts import NUTS
from core.art.pictures.loose.piece import Loose
from core.art.pictures.loose.plants import PLANTS
from core.art.pictures.loose.spices import SPICES

LOOSE: dict[str, Loose] = {
    "none": Loose(markup="", size=1, ground="kem", spots=()),
    **NUTS,
    **FRUIT,
    **SPICES,
    **PLANTS,
}
"""Every ingredient by name; `none` draws nothing."""

__all__ = ["LOOSE", "Loose"]
