"""Every kind of pack or thing that a product picture can show, by name."""

from core.art.pictures.kinds.cloth import CLOTH
from core.art.pictures.kinds.fresh import FRESH
from core.art.pictures.kinds.glass import GLASS
from core.art.pictures.kinds.kind import Kind
from core.art.pictures.kinds.living import LIVING
from core.art.pictures.kinds.packs import PACKS

KINDS: dict[str, Kind] = {**PACKS, **GLASS, **FRESH, **CLOTH, **LIVING}

__all__ = ["KINDS", "Kind"]
