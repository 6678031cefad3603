"""What hides beside a picture: a page, a program, an archive or a document in the same file."""

import io
import re
import zipfile

from .kinds import JPEG, Kind
from .structure import Layout

#: Long enough never to occur by chance in compressed pixels.
_ANYWHERE = re.compile(rb"<script|<!doctype|<\?php|<iframe", re.IGNORECASE)
#: Short words count only where readers look for the beginning of a page or document, and behind the picture.
_AT_THE_ENDS = re.compile(rb"<html|<svg|<body|%PDF-|<\?xml-stylesheet", re.IGNORECASE)
_LOOKED_AT = 4_096
_PADDING = b"\x00\xff\r\n "


def holds_something_else(kind: Kind, data: bytes, layout: Layout) -> bool:
    """Say whether a picture's file is something else too.

    Cameras put things behind the end of a JPEG: a small picture, depth, the film of a moving photo. They stay
    out when it is encoded anew, and are no reason to refuse; anything else there is.
    """
    behind = data[layout.end :]
    if behind.strip(_PADDING) and not (kind is JPEG and _is_of_a_camera(behind)):
        return True
    return bool(
        _ANYWHERE.search(data)
        or _AT_THE_ENDS.search(data, 0, _LOOKED_AT)
        or _AT_THE_ENDS.search(behind[:_LOOKED_AT] + behind[-_LOOKED_AT:])
        or zipfile.is_zipfile(io.BytesIO(data))
    )


def _is_of_a_camera(behind: bytes) -> bool:
    return behind.startswith(b"\xff\xd8\xff") or behind[4:8] == b"ftyp" or behind.endswith(b"SEFT")
