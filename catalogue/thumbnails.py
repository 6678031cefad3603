"""Small pictures in Oscar's own screens, made as all others are."""

from typing import Any

from oscar.core.thumbnails import AbstractThumbnailer


class PictureThumbnailer(AbstractThumbnailer):
    """Makes renditions of our pictures where Oscar asks for thumbnails."""

    def generate_thumbnail(self, source: Any, **options: Any) -> Any:
        """Return a rendition that fits into the size, such as "70x70"."""
        width, _by, height = options["size"].partition("x")
        return source.get_rendition(f"max-{width or height}x{height or width}|format-webp")

    def delete_thumbnails(self, source: Any) -> None:
        """Renditions go with their picture."""
