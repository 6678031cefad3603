"""Pictures that are none, that are too much, or that are something else as well: refused with a sentence."""

import resource
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from core.uploads.errors import UploadRefused
from core.uploads.limits import MOST_BYTES
from core.uploads.pictures import clean_picture

from .samples import (
    archive,
    claiming,
    film,
    jpeg_of,
    jpeg_with_scans,
    jpeg_with_segment,
    noise,
    pdf,
    picture,
    png_of,
    webp_of,
)

KIND = "no picture that the site can read"
BROKEN = "broken or not complete"
HIDDEN = "Something else is hidden"
PIXELS = "too many to read"
MOVES = "The picture moves"
NAME = "hidden characters"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def without(data: bytes, name: bytes) -> bytes:
    at = data.index(name) - 4
    return data[:at] + data[at + 12 + int.from_bytes(data[at : at + 4], "big") :]


def flip(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def rubbish(data: bytes, behind: bytes, distance: int) -> bytes:
    at = data.index(behind) + len(behind) + distance - 4
    return data[:at] + b"\xa5" * (len(data) - at)


def free_box(content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + b"free" + content


def overlapping(data: bytes) -> bytes:
    at = data.index(b"meta") - 4
    return data[:at] + (len(data) * 2).to_bytes(4, "big") + data[at + 4 :]


#: What is wrong; the file's name; its bytes; the beginning of what is said.
BAD: list[tuple[str, str, Callable[[], bytes], str]] = [
    # Nothing, or nothing we read.
    ("nothing in it", "a.jpg", lambda: b"", "The file is empty"),
    ("text", "a.jpg", lambda: b"xin chao", KIND),
    ("a page", "a.jpg", lambda: b"<html><script>alert(1)</script></html>", KIND),
    ("SVG with a script", "a.svg", lambda: SVG, "SVG drawings"),
    ("SVG that says PNG", "a.png", lambda: SVG, "SVG drawings"),
    ("SVG behind an XML line", "a.svg", lambda: b'<?xml version="1.0"?>\n' + SVG, "SVG drawings"),
    ("GIF", "a.gif", lambda: picture("GIF"), KIND),
    ("GIF of 2,000 frames", "a.gif", lambda: film("GIF", 2_000), KIND),
    ("BMP", "a.bmp", lambda: picture("BMP"), KIND),
    ("TIFF", "a.tif", lambda: picture("TIFF"), KIND),
    ("PDF", "a.pdf", pdf, KIND),
    ("ZIP", "a.zip", archive, KIND),
    ("a program", "a.jpg", lambda: b"MZ\x90\x00" + b"\0" * 200, KIND),
    ("a film", "a.heic", lambda: b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 64, KIND),
    ("only the first bytes of a JPEG", "a.jpg", lambda: b"\xff\xd8\xff\xe0", BROKEN),
    ("only the signature of a PNG", "a.png", lambda: b"\x89PNG\r\n\x1a\n", BROKEN),
    # Too much.
    ("more than 10 MB", "a.jpg", lambda: picture() + b"\0" * MOST_BYTES, "larger than 10 MB"),
    ("PNG bomb", "a.png", lambda: png_of(60_000, 60_000, b"\0" * 1_000_000), PIXELS),
    ("PNG of one endless row", "a.png", lambda: png_of(40_000, 1, b"\0" * 1_000), PIXELS),
    ("JPEG bomb", "a.jpg", lambda: jpeg_of(65_500, 65_500), PIXELS),
    ("WebP bomb", "a.webp", lambda: webp_of(16_384, 16_384), PIXELS),
    ("AVIF bomb", "a.avif", lambda: claiming(picture("AVIF"), 60_000, 60_000), PIXELS),
    ("HEIC bomb", "a.heic", lambda: claiming(picture("HEIF"), 60_000, 60_000), PIXELS),
    ("JPEG of 500 scans", "a.jpg", lambda: jpeg_with_scans(500), BROKEN),
    ("WebP of 300 frames", "a.webp", lambda: film("WEBP", 300), MOVES),
    ("PNG that moves", "a.png", lambda: film("PNG", 3), MOVES),
    ("AVIF that moves", "a.avif", lambda: film("AVIF", 3), MOVES),
    # Not what it says.
    ("JPEG that says PNG", "a.png", picture, "The file is JPEG, but its name ends in “.png”"),
    ("PNG that says JPEG", "a.jpg", lambda: picture("PNG"), "The file is PNG, but its name ends in “.jpg”"),
    ("AVIF that says HEIC", "a.heic", lambda: picture("AVIF"), "The file is AVIF"),
    ("JPEG that says page", "a.html", picture, "The file is JPEG, but its name ends in “.html”"),
    ("no ending", "anh", picture, "The file is JPEG, but its name ends in “”"),
    ("two endings", "a.jpg.php", picture, "The file is JPEG, but its name ends in “.php”"),
    ("NUL in the name", "a.php\0.jpg", picture, NAME),
    ("a name written backwards", "anh\u202egpj.jpg", picture, NAME),
    ("a line break in the name", "a\r\nb.jpg", picture, NAME),
    # Something else as well.
    ("JPEG with a page behind", "a.jpg", lambda: picture() + b"<html><script>1</script>", HIDDEN),
    ("JPEG with a page inside", "a.jpg", lambda: jpeg_with_segment(0xFE, b"<script>1</script>"), HIDDEN),
    ("JPEG with PHP inside", "a.jpg", lambda: jpeg_with_segment(0xE1, b"x <?PHP system(1); ?>"), HIDDEN),
    ("JPEG with a ZIP behind", "a.jpg", lambda: picture() + archive(), HIDDEN),
    ("JPEG with a ZIP in a comment", "a.jpg", lambda: jpeg_with_segment(0xFE, archive()), HIDDEN),
    ("JPEG with a PDF inside", "a.jpg", lambda: jpeg_with_segment(0xFE, pdf()), HIDDEN),
    ("JPEG with a ZIP behind a second JPEG", "a.jpg", lambda: picture() * 2 + archive(), HIDDEN),
    ("PNG with a ZIP behind", "a.png", lambda: picture("PNG") + archive(), HIDDEN),
    ("PNG with anything behind", "a.png", lambda: picture("PNG") + b"abc", HIDDEN),
    ("WebP with a page behind", "a.webp", lambda: picture("WEBP") + b"<script>1</script>", HIDDEN),
    ("AVIF with a ZIP in a free box", "a.avif", lambda: picture("AVIF") + free_box(archive()), HIDDEN),
    # Broken.
    ("JPEG cut in its head", "a.jpg", lambda: noise("JPEG")[:150], BROKEN),
    ("JPEG cut in half", "a.jpg", lambda: half(noise("JPEG")), BROKEN),
    ("JPEG without its end", "a.jpg", lambda: noise("JPEG")[:-2], BROKEN),
    ("JPEG without a picture", "a.jpg", lambda: b"\xff\xd8\xff\xe0\0\x04ab\xff\xd9", BROKEN),
    ("PNG cut in half", "a.png", lambda: half(noise("PNG")), BROKEN),
    ("PNG with a wrong checksum", "a.png", lambda: flip(noise("PNG"), 2_000), BROKEN),
    ("PNG without pixels", "a.png", lambda: without(picture("PNG"), b"IDAT"), BROKEN),
    ("PNG of zero width", "a.png", lambda: png_of(0, 10, b"\0"), BROKEN),
    ("WebP cut in half", "a.webp", lambda: half(noise("WEBP")), BROKEN),
    ("WebP without pixels", "a.webp", lambda: b"RIFF\x04\0\0\0WEBP", BROKEN),
    ("WebP of rubbish", "a.webp", lambda: rubbish(noise("WEBP"), b"VP8 ", 18), BROKEN),
    ("AVIF cut in half", "a.avif", lambda: half(noise("AVIF")), BROKEN),
    ("AVIF of rubbish", "a.avif", lambda: rubbish(noise("AVIF"), b"mdat", 4), BROKEN),
    ("HEIC cut in half", "a.heic", lambda: half(noise("HEIF")), BROKEN),
    ("HEIC without pixels", "a.heic", lambda: half(noise("HEIF")).split(b"\0\0\0\0mdat")[0][:480], BROKEN),
    ("HEIC with boxes that overlap", "a.heic", lambda: overlapping(noise("HEIF")), BROKEN),
]


def sent(name: str, data: bytes) -> SimpleUploadedFile:
    """Return a file whose name was not cut by Django, as a client of ours may send it."""
    upload = SimpleUploadedFile("x", data)
    upload._name = name  # type: ignore[attr-defined]
    return upload


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(UploadRefused) as refused:
        clean_picture(sent(name, data))
    return str(refused.value)


@pytest.mark.parametrize(("name", "make", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_picture_is_refused_with_a_sentence_in_both_languages(name, make, words, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    data = make()

    with translation.override("en"):
        english = refusal(name, data)
    with translation.override("vi"):
        vietnamese = refusal(name, data)

    assert words in english
    assert vietnamese != english
    assert english.endswith(".")
    assert vietnamese.endswith(".")
    assert list(tmp_path.iterdir()) == []


def test_there_are_more_than_forty_kinds():
    assert len({case[0] for case in BAD}) == len(BAD) >= 40


def test_a_bomb_takes_no_memory():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    refusal("a.webp", webp_of(16_000, 16_000))
    refusal("a.png", png_of(16_000, 16_000, b"\0" * 10_000_000))
    refusal("a.jpg", jpeg_of(16_000, 16_000))
    refusal("a.avif", claiming(picture("AVIF"), 16_000, 16_000))

    grown_megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown_megabytes < 100


def test_a_path_in_the_name_is_never_used(tmp_path):
    clean = clean_picture(sent("../../etc/a.jpg", picture()))

    assert Path(clean.name or "").name == clean.name
    assert "etc" not in (clean.name or "")
