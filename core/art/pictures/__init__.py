"""Product pictures: what is shown of a product until a photo exists."""

from core.art.pictures.choose import default_spec
from core.art.pictures.draw import draw_picture
from core.art.pictures.kinds import KINDS
from core.art.pictures.loose import LOOSE
from core.art.pictures.spec import DRAWING_VERSION, WINDOWS, PictureSpec

__all__ = ["DRAWING_VERSION", "KINDS", "LOOSE", "WINDOWS", "PictureSpec", "default_spec", "draw_picture"]
