"""PNG: chunks with length, name and checksum (ISO/IEC 15948, clause 5)."""

import zlib

from .layout import BrokenFile, Layout

_SIGNATURE = 8


def read(data: bytes) -> Layout:
    """Return width, height, whether it moves (APNG) and the end; every checksum is looked at.

    Raises:
        BrokenFile: A chunk is cut or its checksum wrong, the header is not first, or no end chunk follows.
    """
    at, width, height = _SIGNATURE, 0, 0
    is_animated = has_pixels = False
    while True:
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        end = at + 12 + length
        if len(name) < 4 or end > len(data):
            raise BrokenFile
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise BrokenFile
        if (at == _SIGNATURE) != (name == b"IHDR"):
            raise BrokenFile
        if name == b"IHDR":
            width = int.from_bytes(data[at + 8 : at + 12], "big")
            height = int.from_bytes(data[at + 12 : at + 16], "big")
        is_animated |= name == b"acTL"
        has_pixels |= name == b"IDAT"
        at = end
        if name == b"IEND":
            break
    if not (width and height and has_pixels):
        raise BrokenFile
    return Layout(width, height, is_animated, end=at)
