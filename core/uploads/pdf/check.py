"""What must not be in a PDF (ISO 32000-2).

Names are looked for in the raw bytes and in every stream of objects. No tree of objects is followed: readers
repair broken trees in different ways, and what any of them finds must be found here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.uploads.errors import UploadRefused
from core.uploads.limits import MOST_UNPACKED_BYTES
from core.uploads.words import broken_words, hidden_words

from .names import pattern_of
from .streams import Stream, UnreadableDictionary, streams_of

_HEADER = re.compile(rb"%PDF-(1\.[0-7]|2\.0)\s")
_TRAILER = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_LAST_BYTES = 2_048
#: Packed bytes that are unpacked at a time.
_PIECE = 16_384
#: Run something, carry files, or send what a reader typed elsewhere.
_ACTS = pattern_of(
    *("JavaScript", "Rendition", "Launch", "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "RichMedia"),
    *("XFA", "SubmitForm", "ImportData", "GoToE", "Movie", "Sound"),
)
_ENCRYPTED = pattern_of("Encrypt")
_MARKUP = re.compile(rb"<script|<\?php|<iframe", re.IGNORECASE)
_FLATE = frozenset({"FlateDecode", "Fl"})
#: All other packings, and what shifts bytes after unpacking.
_NOT_PLAIN = frozenset(
    {"ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "LZWDecode", "LZW", "RunLengthDecode", "RL"}
    | {
        "CCITTFaxDecode",
        "CCF",
        "JBIG2Decode",
        "DCTDecode",
        "DCT",
        "JPXDecode",
        "Crypt",
        "Predictor",
        "FFilter",
    }
)


def refuse_unsafe_pdf(data: bytes) -> None:
    """Refuse a PDF that is broken, locked, or can do anything but be read.

    Raises:
        UploadRefused: The sentence says which.
    """
    trailer = _TRAILER.search(data, max(0, len(data) - _LAST_BYTES))
    if _HEADER.match(data) is None or trailer is None or not _leads_to_objects(data, int(trailer[1])):
        raise UploadRefused(broken_words())
    if zipfile.is_zipfile(io.BytesIO(data)) or _MARKUP.search(data):
        raise UploadRefused(hidden_words())
    if _ENCRYPTED.search(data):
        raise UploadRefused(_("The PDF is protected by a password. Save it without one and send that."))
    try:
        acts = any(_ACTS.search(part) for part in (data, *_objects_in_streams(data)))
    except UnreadableDictionary as error:
        raise UploadRefused(
            _("The PDF is packed in a way that the site cannot look into. Print it to PDF and send that.")
        ) from error
    if acts:
        raise UploadRefused(
            _("The PDF holds a program, a form that sends, or further files. Print it to PDF and send that.")
        )


def _leads_to_objects(data: bytes, place: int) -> bool:
    """Say whether the list of objects lies where the trailer says; a cut or joined file fails here."""
    around = data[max(0, place - 16) : place + 48]
    return place < len(data) and (b"xref" in around or b"obj" in around)


def _objects_in_streams(data: bytes) -> Iterator[bytes]:
    """Unpack every stream that holds objects.

    Raises:
        UnreadableDictionary: One is packed in an unusual way, or together they are too large.
    """
    left = MOST_UNPACKED_BYTES
    for stream in streams_of(data):
        if not _holds_objects(stream):
            continue
        if "Filter" not in stream.names and "F" not in stream.names:
            continue  # not packed: looked at with the raw bytes
        if sum(name in _FLATE for name in stream.names) != 1 or _NOT_PLAIN & set(stream.names):
            raise UnreadableDictionary
        content = _inflate(data, stream.begin, left + 1)
        left -= len(content)
        if left < 0:
            raise UnreadableDictionary
        yield content


def _holds_objects(stream: Stream) -> bool:
    """Say whether a reader could take a stream for one of objects; some do not ask for its type."""
    return "ObjStm" in stream.names or {"First", "N"} <= set(stream.names)


def _inflate(data: bytes, at: int, most: int) -> bytes:
    """Unpack at most so many bytes from a place.

    Raises:
        UnreadableDictionary: Nothing is packed there.
    """
    unpacker = zlib.decompressobj()
    pieces: list[bytes] = []
    try:
        while most > 0 and at < len(data) and not unpacker.eof:
            # Piece by piece: what lies behind the end is copied, and a file may hold 100,000 short streams.
            taken = data[at : at + _PIECE]
            pieces.append(unpacker.decompress(taken, most))
            at += len(taken) - len(unpacker.unconsumed_tail)
            most -= len(pieces[-1])
    except zlib.error as error:
        raise UnreadableDictionary from error
    return b"".join(pieces)
