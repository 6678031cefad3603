"""WebP: chunks in a RIFF container (RFC 9649)."""

from .layout import BrokenFile, Layout

_ANIMATION = 0x02


def read(data: bytes) -> Layout:
    """Return width, height, whether it moves and the end; the largest size that any chunk names counts.

    Raises:
        BrokenFile: A chunk is cut, or none holds pixels.
    """
    # The container's length leaves out its own eight first bytes.
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise BrokenFile
    at, width, height = 12, 0, 0
    is_animated = has_pixels = False
    while at + 8 <= end:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + length]
        if len(body) < length or at + 8 + length > end:
            raise BrokenFile
        found = _size(name, body)
        width, height = max(width, found[0]), max(height, found[1])
        is_animated |= name in {b"ANIM", b"ANMF"} or (name == b"VP8X" and bool(body[0] & _ANIMATION))
        has_pixels |= name in {b"VP8 ", b"VP8L", b"ANMF"}
        at += 8 + length + length % 2
    if not (width and height and has_pixels):
        raise BrokenFile
    return Layout(width, height, is_animated, end=end)


def _size(name: bytes, body: bytes) -> tuple[int, int]:
    """Return width and height that a chunk names; (0, 0) for all others."""
    if name == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if name == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 ":
        if body[3:6] != b"\x9d\x01\x2a":
            raise BrokenFile
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    return 0, 0
