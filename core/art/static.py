"""The static art: every drawing that the site serves as a fixed file."""

from core.art.edges import draw_selvedge, draw_tooth
from core.art.gong import GongState, draw_gong
from core.art.icons import draw_icon_sprite
from core.art.logo import draw_favicon, draw_logo
from core.art.pictograms import draw_pictogram_sprite
from core.art.scenes import SCENES, TALL, draw_scene


def draw_all() -> dict[str, str]:
    """Draw every static file, by its name."""
    return {
        "icons.svg": draw_icon_sprite(),
        "pictograms.svg": draw_pictogram_sprite(),
        "logo.svg": draw_logo(),
        "favicon.svg": draw_favicon(),
        "selvedge.svg": draw_selvedge(),
        "tooth-small.svg": draw_tooth(6, 4),
        "tooth-large.svg": draw_tooth(10, 6),
        **_scenes(),
        **_gongs(),
    }


def _scenes() -> dict[str, str]:
    """Each scene for wide covers and, taller, for phones."""
    scenes = {}
    for name in SCENES:
        stem = f"scene-{name.replace('_', '-')}"
        scenes[f"{stem}.svg"] = draw_scene(name)
        scenes[f"{stem}-tall.svg"] = draw_scene(name, *TALL)
    return scenes


def _gongs() -> dict[str, str]:
    """One seal for each state, number of stars and language of the word under the number."""
    gongs = {"gong-none.svg": draw_gong(GongState.NONE)}
    for language, word in (("vi", "SAO"), ("en", "STARS")):
        for stars in (3, 4, 5):
            gongs[f"gong-{stars}-{language}.svg"] = draw_gong(GongState.IN_FORCE, stars, word)
            gongs[f"gong-grace-{stars}-{language}.svg"] = draw_gong(GongState.GRACE, stars, word)
    return gongs
