"""Files of a legal size that were made to keep the server busy: each is judged in a moment."""

import contextlib
import io
import struct
import time
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.uploads.errors import UploadRefused
from core.uploads.papers import clean_paper
from core.uploads.pictures import clean_picture
from tests.core.uploads.samples import packed_objects, pdf, picture

MEGABYTE = 1_000_000
#: Generous for a busy machine; without the guards each of these took half a minute or more, larger ones days.
SECONDS = 10


def one_gap_for_many_objects():
    """Many beginnings of objects share one dictionary, and behind it lies nothing but white space."""
    return pdf(b"", b"obj%" * 20 + b"\n<< /A /B >>" + b" " * 9 * MEGABYTE)


def objects_in_one_comment():
    return pdf(b"", b"obj<</A/B>>%" * 100_000)


def many_short_streams():
    empty = zlib.compress(b"")
    return pdf(b"", (b"obj<</First/N/Filter/Fl>>stream\n" + empty) * 100_000)


def a_row_of_filling_bytes():
    scan = picture()
    begin = scan.index(b"\xff\xda") + 14
    return scan[:begin] + (b"\xff" * 100_000 + b"\x00") * 9


TIRING = {
    "one gap for many objects": ("a.pdf", one_gap_for_many_objects),
    "objects in one comment": ("a.pdf", objects_in_one_comment),
    "many short streams": ("a.pdf", many_short_streams),
    "a row of filling bytes": ("a.jpg", a_row_of_filling_bytes),
}


@pytest.mark.parametrize("name", TIRING)
def test_it_takes_a_moment(name):
    filename, make = TIRING[name]
    upload = SimpleUploadedFile(filename, make())
    begun = time.monotonic()

    with contextlib.suppress(UploadRefused):
        clean_paper(upload)

    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("gap", [b"\n", b" \r\n", b"% a comment\n", b"\x00\t% one\r% two\n \n"])
def test_a_stream_is_found_behind_any_gap(gap):
    hidden = packed_objects(b"<< /S /JavaScript >>").replace(b">>\nstream", b">>" + gap + b"stream")

    with pytest.raises(UploadRefused):
        clean_paper(SimpleUploadedFile("a.pdf", pdf(b"", hidden)))


def test_an_act_far_inside_a_packed_stream_is_found():
    far = bytes(index * 7 % 251 for index in range(300_000)).hex().encode() + b" << /S /JavaScript >>"

    with pytest.raises(UploadRefused):
        clean_paper(SimpleUploadedFile("a.pdf", pdf(b"", packed_objects(far))))


def test_filling_bytes_before_a_marker_are_legal():
    data = picture()

    kept = clean_picture(SimpleUploadedFile("a.jpg", data[:-2] + b"\xff" * 100 + data[-2:]))

    assert (kept.width, kept.height) == (120, 80)


def test_boxes_in_boxes_without_end_are_broken():
    box = b""
    for _level in range(5_000):
        box = struct.pack(">I", len(box) + 8) + b"ipco" + box
    meta = struct.pack(">I", len(box) + 12) + b"meta" + bytes(4) + box
    data = io.BytesIO(b"\x00\x00\x00\x14ftypheic\x00\x00\x00\x00heic" + meta).getvalue()

    with pytest.raises(UploadRefused):
        clean_picture(SimpleUploadedFile("a.heic", data))
