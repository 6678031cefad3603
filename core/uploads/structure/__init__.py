"""How files of pictures are put together: read without decoding, so that nothing large is ever unfolded."""

from core.uploads.kinds import AVIF, HEIC, JPEG, PNG, WEBP, Kind

from . import jpeg, media, png, webp
from .layout import BrokenFile, Layout

_READERS = {JPEG: jpeg.read, PNG: png.read, WEBP: webp.read, AVIF: media.read, HEIC: media.read}

__all__ = ["BrokenFile", "Layout", "read_layout"]


def read_layout(kind: Kind, data: bytes) -> Layout:
    """Return what a picture says of itself.

    Raises:
        BrokenFile: Parts are missing or contradict each other.
    """
    try:
        return _READERS[kind](data)
    except (IndexError, ValueError) as error:
        raise BrokenFile from error
