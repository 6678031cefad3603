"""Colours of packs, and fields behind them on which pack and ingredient stand out."""

import re

from core.art.pictures.kinds import KINDS
from core.art.pictures.loose import LOOSE
from core.art.yarns import colour, difference

FIELDS = (
    "nghe+25",
    "ho_nhat+35",
    "gach+28",
    "non+40",
    "hong",
    "xam+42",
    "nghe+55",
    "la_sang+35",
    "kem-8",
    "cham_nhat+52",
    "nau+45",
    "ho+30",
)
_STRIDE = 5  # prime to the number of fields: neighbours are far apart in hue
_APART = 130

_GENERAL = ("basalt-20", "cham", "la-12", "ho-42", "kem", "ca_phe-10", "nghe_sam-38", "cham_nhat", "den")
_BY_INGREDIENT = {
    "cashew": ("ho-42", "cham", "basalt-22", "la-12", "nghe_sam-42"),
    "cashew_skin": ("basalt-38", "cham", "kem", "la-25"),
    "cashew_honey": ("cham", "ca_phe-18", "la-20", "basalt-30"),
    "cashew_spiced": ("la-30", "basalt-18", "den", "cham"),
    "pepper_black": ("kem", "la-10", "nghe_sam+10", "hong"),
    "pepper_white": ("den", "la", "basalt-20", "cham"),
    "pepper_red": ("kem", "den", "la-25"),
    "coffee": ("kem", "den", "nghe_sam-10", "hong"),
    "cocoa": ("kem", "ca_phe-20", "basalt-30"),
    "honey": ("trang", "kem", "ca_phe", "cham"),
    "bird_nest": ("basalt", "cham", "ca_phe"),
    "tea_leaf": ("la-10", "kem", "la-45", "nghe_sam-15"),
    "salt": ("ho-35", "cham", "basalt", "la"),
}
_FILL = re.compile(r'(?:fill|stroke)="(#[0-9A-F]{6})"')


def packs_for(kind: str, ingredient: str) -> tuple[str, ...]:
    """List the shades a pack of this kind and ingredient may have."""
    if kind == "capsule_bottle":
        return ("ca_phe", "la-10", "cham", "nghe_sam-20")
    if kind in ("tube", "milk_bottle", "dropper"):
        return ("kem", "la-10", "ho-30", "hong", "cham")
    return _BY_INGREDIENT.get(ingredient, _GENERAL)


def field_for(kind: str, ingredient: str, pack: str, position: int) -> str:
    """Pick the field: neighbours in a list (position, position + 1) start far apart in the palette."""
    first = _FILL.search(LOOSE[ingredient].markup)
    seen = [colour(shade) for shade in KINDS[kind].colours or (pack,)]
    if first is not None:
        seen.append(first[1])
    walk = [FIELDS[(position * _STRIDE + step) % len(FIELDS)] for step in range(len(FIELDS))]
    clearance = {field: min(difference(colour(field), other) for other in seen) for field in walk}
    return next((field for field in walk if clearance[field] >= _APART), max(walk, key=clearance.__getitem__))
