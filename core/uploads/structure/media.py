"""AVIF and HEIC: boxes of the ISO base media file format (ISO/IEC 14496-12, 23008-12)."""

from collections.abc import Iterator

from .layout import BrokenFile, Layout

#: In these boxes lie others; `meta` is a full box: four bytes of version and flags come first.
_NESTED = {b"meta": 4, b"iprp": 0, b"ipco": 0}
#: `ispe` lies in `ipco`, that in `iprp`, that in `meta`.
_DEEPEST = 3


def read(data: bytes) -> Layout:
    """Return the size of the largest picture inside, whether a film is, and the end.

    Raises:
        BrokenFile: A box is cut, or no picture is described.
    """
    sizes: list[tuple[int, int]] = []
    names: set[bytes] = set()
    for name, begin, end in _boxes(data, 0, len(data)):
        names.add(name)
        if name == b"meta":
            sizes += _sizes(data, name, begin, end)
    if b"meta" not in names or not names & {b"mdat", b"idat"} or not sizes:
        raise BrokenFile
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    if not (width and height):
        raise BrokenFile
    return Layout(width, height, is_animated=b"moov" in names, end=len(data))


def _sizes(data: bytes, name: bytes, begin: int, end: int, depth: int = 1) -> Iterator[tuple[int, int]]:
    """Find every size (`ispe`) below a box.

    Raises:
        BrokenFile: Boxes lie in each other deeper than any picture needs.
    """
    if depth > _DEEPEST:
        raise BrokenFile
    for inner, inner_begin, inner_end in _boxes(data, begin + _NESTED[name], end):
        if inner == b"ispe":
            width = int.from_bytes(data[inner_begin + 4 : inner_begin + 8], "big")
            yield width, int.from_bytes(data[inner_begin + 8 : inner_begin + 12], "big")
        elif inner in _NESTED:
            yield from _sizes(data, inner, inner_begin, inner_end, depth + 1)


def _boxes(data: bytes, at: int, limit: int) -> Iterator[tuple[bytes, int, int]]:
    """Walk the boxes between two places, which they must fill without a gap."""
    while at < limit:
        size, name, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = limit - at
        if size < head or at + size > limit:
            raise BrokenFile
        yield name, at + head, at + size
        at += size
