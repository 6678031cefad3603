"""JPEG: segments with a marker and a length, then compressed scans, up to the end marker (ITU-T T.81, B)."""

import re

from core.uploads.limits import MOST_SCANS

from .layout import BrokenFile, Layout

_START_OF_SCAN, _END = 0xDA, 0xD9
#: Start of frame: all codings but the tables DHT, JPG and DAC between them.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
#: Markers without a length: TEM and RST0 to RST7.
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
#: Inside a scan 0xFF is data when 0 follows, and RST markers only divide it. One byte of those that may fill
#: the space before a marker is enough: `\xff+` would try a long row of them anew from each.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def read(data: bytes) -> Layout:
    """Return width, height and end.

    Raises:
        BrokenFile: No frame, too many scans, or the end is missing.
    """
    at, scans = 2, 0
    width = height = 0
    while True:
        if data[at] != 0xFF:
            raise BrokenFile
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        at += 1
        if marker == _END:
            break
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data):
            raise BrokenFile
        if marker in _FRAMES:
            height = max(height, int.from_bytes(data[at + 3 : at + 5], "big"))
            width = max(width, int.from_bytes(data[at + 5 : at + 7], "big"))
        at += length
        if marker == _START_OF_SCAN:
            scans += 1
            following = _NEXT_MARKER.search(data, at)
            if following is None or scans > MOST_SCANS:
                raise BrokenFile
            at = following.start()
    if not (width and height and scans):
        raise BrokenFile
    return Layout(width, height, is_animated=False, end=at)
