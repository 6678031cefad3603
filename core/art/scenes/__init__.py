"""Woven scenes for covers, places and campaigns, as grids of cells."""

from collections.abc import Callable

from core.art.scenes.cloth import draw_cloth
from core.art.scenes.loom import Loom
from core.art.scenes.red_land import weave_red_land
from core.art.scenes.tet import weave_tet
from core.art.scenes.village_night import weave_village_night

SCENES: dict[str, Callable[[int, int], Loom]] = {
    "red_land": weave_red_land,
    "village_night": weave_village_night,
    "tet": weave_tet,
}

WIDE = (232, 92)
"""Columns and rows for covers across the page."""

TALL = (176, 110)
"""Columns and rows for a phone, 16 : 10."""


def draw_scene(name: str, width: int = WIDE[0], height: int = WIDE[1]) -> str:
    """Draw a scene as an SVG file, `width` × `height` cells of 4 px.

    Raises:
        KeyError: There is no scene of this name.
    """
    return draw_cloth(SCENES[name](width, height))


__all__ = ["SCENES", "TALL", "WIDE", "Loom", "draw_scene"]
