"""Pictures that are taken: upright, in sRGB, without metadata, under a random name."""

import io
import re
import zlib

import PIL.Image
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ImageCms

from core.uploads.limits import KEPT_SIDE
from core.uploads.pictures import CleanPicture, clean_picture

from .samples import SIZE, chunk, jpeg_with_segment, picture

KINDS = [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif"), ("HEIF", "heic")]
RED, BLUE = (200, 30, 30), (30, 30, 200)


def clean(data: bytes, extension: str) -> CleanPicture:
    return clean_picture(SimpleUploadedFile(f"anh.{extension}", data))


def opened(cleaned: CleanPicture) -> PIL.Image.Image:
    return PIL.Image.open(io.BytesIO(cleaned.read()))


def is_like(colour: tuple[int, ...], wanted: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 24 for one, other in zip(colour, wanted, strict=False))


def camera_data(orientation: int = 1) -> bytes:
    """Return what a phone writes down: maker, place and how it was held."""
    exif = PIL.Image.Exif()
    exif[0x010F] = "May anh Thu"
    exif[0x0112] = orientation
    exif[0x8825] = {1: "N", 2: (11.0, 32.0, 7.5), 3: "E", 4: (106.0, 53.0, 1.25)}
    return exif.tobytes()


@pytest.mark.parametrize(("kind", "extension"), KINDS)
def test_every_kind_is_decoded(kind, extension):
    cleaned = clean(picture(kind), extension)

    image = opened(cleaned)
    assert image.size == (cleaned.width, cleaned.height) == SIZE
    assert image.format == "JPEG"
    assert cleaned.content_type == "image/jpeg"
    assert is_like(image.getpixel((10, 40)), RED)
    assert is_like(image.getpixel((110, 40)), BLUE)


@pytest.mark.parametrize(("kind", "extension"), KINDS)
def test_a_picture_held_sideways_is_turned_upright(kind, extension):
    # 6: the first row of the file is the right side of what was seen.
    cleaned = clean(picture(kind, exif=camera_data(orientation=6)), extension)

    image = opened(cleaned)
    assert image.size == (SIZE[1], SIZE[0])
    assert is_like(image.getpixel((40, 10)), RED)
    assert is_like(image.getpixel((40, 110)), BLUE)


@pytest.mark.parametrize(("kind", "extension"), KINDS)
def test_place_and_maker_are_gone(kind, extension):
    sent = picture(kind, exif=camera_data())
    assert b"May anh Thu" in sent

    data = clean(sent, extension).read()

    image = PIL.Image.open(io.BytesIO(data))
    assert not dict(image.getexif())
    assert not {"exif", "icc_profile", "xmp", "comment", "photoshop"} & set(image.info)
    assert b"May anh Thu" not in data
    assert b"Exif" not in data


def test_words_and_names_of_editors_are_gone():
    segments = {
        0xFE: b"Chi Lan",
        0xED: b"Photoshop 3.0\x008BIM Chi Lan",
        0xE1: b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Chi Lan</x:xmpmeta>",
    }
    for marker, body in segments.items():
        data = clean(jpeg_with_segment(marker, body), "jpg").read()

        assert b"Chi Lan" not in data
        assert not re.search(rb"\xff[\xe1-\xef\xfe]", data[: data.index(b"\xff\xda")])


@pytest.mark.parametrize(
    ("kind", "mode", "extension"),
    [
        ("JPEG", "CMYK", "jpg"),
        ("JPEG", "L", "jpg"),
        ("PNG", "1", "png"),
        ("PNG", "P", "png"),
        ("PNG", "L", "png"),
        ("AVIF", "L", "avif"),
    ],
)
def test_unusual_colours_become_rgb(kind, mode, extension):
    assert opened(clean(picture(kind, mode), extension)).mode == "RGB"


def test_sixteen_bits_keep_their_brightness():
    image = PIL.Image.new("I;16", SIZE, 40_000)
    output = io.BytesIO()
    image.save(output, "PNG")

    value = opened(clean(output.getvalue(), "png")).getpixel((5, 5))

    assert is_like(value, (40_000 // 256,) * 3)


@pytest.mark.parametrize(
    ("kind", "extension"), [("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif"), ("HEIF", "heic")]
)
def test_what_shows_through_still_does(kind, extension):
    image = PIL.Image.new("RGBA", SIZE, (*RED, 255))
    image.paste((0, 0, 0, 0), (60, 0, 120, 80))
    output = io.BytesIO()
    image.save(output, kind)

    cleaned = clean(output.getvalue(), extension)

    shown = opened(cleaned)
    assert (shown.format, cleaned.content_type) == ("PNG", "image/png")
    assert shown.getpixel((110, 40))[3] < 8
    assert shown.getpixel((10, 40))[3] > 247


def test_another_colour_space_is_brought_to_srgb():
    srgb, odd_one = (
        ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes() for name in ("sRGB", "LAB")
    )
    plain = clean(picture("PNG"), "png")
    tagged = clean(picture("PNG", icc_profile=srgb), "png")
    odd = clean(picture("PNG", icc_profile=odd_one), "png")

    assert is_like(opened(tagged).getpixel((10, 40)), opened(plain).getpixel((10, 40)))
    assert opened(odd).mode == "RGB"  # a profile that does not fit is dropped, the picture is not


def test_a_broken_profile_does_not_spoil_the_picture():
    assert is_like(opened(clean(picture("JPEG", icc_profile=b"rubbish"), "jpg")).getpixel((10, 40)), RED)


def test_a_large_picture_is_kept_smaller():
    cleaned = clean(picture("JPEG", size=(6_000, 4_000)), "jpg")

    assert (cleaned.width, cleaned.height) == (KEPT_SIDE, KEPT_SIDE * 2 // 3)


def test_a_photo_of_fifty_megapixels_is_taken():
    assert clean(picture("JPEG", size=(8_192, 6_144)), "jpg").width == KEPT_SIDE


@pytest.mark.parametrize("behind", [picture(), b"\0\0\0\x18ftypmp42" + b"film" * 900, b"depth of field SEFT"])
def test_what_cameras_put_behind_a_photo_stays_out(behind):
    data = clean(picture() + behind, "jpg").read()

    assert behind not in data


def test_names_are_random_and_tell_nothing():
    names = {clean(picture(), "jpg").name for _ in range(5)}

    assert len(names) == 5
    assert all(re.fullmatch(r"[0-9a-f]{24}\.jpg", name or "") for name in names)


def test_capital_endings_and_vietnamese_names_are_fine():
    for name in ("ẢNH HẠT ĐIỀU.JPG", "Ảnh sản phẩm (1).jpeg", "../../a.jpg", "C:\\anh\\a.jpg"):
        assert clean_picture(SimpleUploadedFile(name, picture())).width == SIZE[0]


def test_words_that_unpack_to_a_flood_are_dropped():
    data = picture("PNG")
    flood = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 50_000_000))

    assert clean(data[:33] + flood + data[33:], "png").size < 2_000
