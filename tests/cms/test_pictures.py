"""Every door through which a picture can enter Wagtail: checked, encoded anew, nothing kept of a bad one."""

import io
import json
from pathlib import Path
from typing import Any

import PIL.Image
import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, UploadedFile

from cms.models import Picture
from core.staff.groups import EDITORS, OFFICE
from core.uploads.errors import UploadRefused
from tests.core.uploads.samples import archive, jpeg_of, picture
from tests.factories import PictureFactory, UserFactory

WORDS = {"title": "Vườn điều", "alt_vi": "Vườn điều mùa hái", "alt_en": "Cashew garden", "credit": "Lan"}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BAD = [
    ("a.svg", SVG),
    ("a.jpg", picture() + archive()),
    ("a.jpg", jpeg_of(60_000, 60_000)),
    ("a.png", picture()),
]


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    """A media folder of its own, whose files can be counted."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media"), "base_url": "/media/"},
        },
    }
    return tmp_path / "media"


@pytest.fixture
def editor(client, db):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


def files_in(folder: Path) -> list[Path]:
    """List what is kept; the screens' own small copies of what was there before do not count."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if path.parent.name != "images")


def with_camera_data() -> bytes:
    exif = PIL.Image.Exif()
    exif[0x010F], exif[0x0112] = "May anh Thu", 6
    return picture(exif=exif.tobytes())


def send(client: Any, door: str, name: str, data: bytes) -> Any:
    """Send a picture through one of the doors of Wagtail's admin."""
    file = SimpleUploadedFile(name, data)
    root = Collection.get_first_root_node().pk
    if door == "single":
        return client.post(reverse("wagtailimages:add"), {**WORDS, "file": file, "collection": root})
    if door == "many":
        return client.post(reverse("wagtailimages:add_multiple"), {"files[]": file, "title": "Vườn điều"})
    if door == "chooser":
        fields = {f"image-chooser-upload-{key}": value for key, value in WORDS.items()}
        return client.post(
            reverse("wagtailimages_chooser:create"),
            {**fields, "image-chooser-upload-file": file, "image-chooser-upload-collection": root},
        )
    existing = PictureFactory()
    return client.post(
        reverse("wagtailimages:edit", args=[existing.pk]), {**WORDS, "file": file, "collection": root}
    )


@pytest.mark.parametrize("door", ["single", "chooser", "replace"])
def test_a_good_picture_comes_in_clean(editor, media, door):
    response = send(editor, door, "ảnh vườn.jpg", with_camera_data())

    kept = Picture.objects.get(title="Vườn điều")
    assert response.status_code in {200, 302}
    assert (kept.width, kept.height) == (80, 120)
    assert (kept.alt_vi, kept.credit) == ("Vườn điều mùa hái", "Lan")
    data = Path(kept.file.path).read_bytes()
    assert b"May anh Thu" not in data
    assert "vuon" not in kept.file.name


def test_many_at_once_wait_clean_until_their_words_come(editor, media):
    response = send(editor, "many", "ảnh vườn.heic", picture("HEIF", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"))

    assert response.json()["success"] is True
    waiting = UploadedFile.objects.get()
    assert (
        Path(waiting.file.path).read_bytes().startswith(b"\xff\xd8\xff")
    )  # encoded anew, not as it was sent
    assert not Picture.objects.exists()

    prefix = f"uploaded-image-{waiting.pk}"
    root = Collection.get_first_root_node().pk
    done = editor.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]),
        {**{f"{prefix}-{key}": value for key, value in WORDS.items()}, f"{prefix}-collection": root},
    )

    assert done.json()["success"] is True, done.json()
    assert Picture.objects.get().credit == "Lan"


@pytest.mark.parametrize("door", ["single", "many", "chooser", "replace"])
@pytest.mark.parametrize(("name", "data"), BAD, ids=["svg", "zip", "bomb", "disguise"])
def test_a_bad_picture_is_refused_at_every_door(editor, media, door, name, data):
    if door == "replace":
        PictureFactory()  # what stays is counted after it
    before = len(files_in(media))

    response = send(editor, door, name, data)

    said = (
        json.dumps(response.json(), ensure_ascii=False)
        if door in {"many", "chooser"}
        else response.content.decode()
    )
    assert "gửi" in said
    assert not Picture.objects.filter(title="Vườn điều").exists()
    assert not UploadedFile.objects.exists()
    assert len(files_in(media)) == before + (door == "replace")


@pytest.mark.parametrize("missing", ["alt_vi", "alt_en", "credit"])
def test_words_and_credit_are_asked_for(editor, media, missing):
    root = Collection.get_first_root_node().pk
    words = {key: value for key, value in WORDS.items() if key != missing}

    response = editor.post(
        reverse("wagtailimages:add"),
        {**words, "file": SimpleUploadedFile("a.jpg", picture()), "collection": root},
    )

    assert response.status_code == 200
    assert not Picture.objects.exists()
    assert files_in(media) == []


def test_code_that_saves_a_picture_cannot_go_past_the_check(db, media):
    with pytest.raises(UploadRefused):
        Picture.objects.create(title="x", file=SimpleUploadedFile("a.svg", SVG))

    assert files_in(media) == []


def test_code_that_saves_a_picture_as_it_was_sent_keeps_a_clean_copy(db, media):
    kept = Picture.objects.create(title="x", file=SimpleUploadedFile("a.jpg", with_camera_data()))

    kept.refresh_from_db()
    assert (kept.width, kept.height) == (80, 120)
    with PIL.Image.open(kept.file.path) as image:
        assert image.size == (80, 120)
        assert not dict(image.getexif())


def test_words_follow_the_language():
    kept = Picture(title="IMG_1", alt_vi="Vườn điều", alt_en="Cashew garden")

    assert kept.default_alt_text == "Vườn điều"
    with translation.override("en"):
        assert kept.default_alt_text == "Cashew garden"
        assert Picture(title="IMG_1", alt_vi="Vườn điều").default_alt_text == "Vườn điều"


def test_a_rendition_is_of_the_asked_kind_and_turns_around_the_focal_point(db, media):
    right = {"focal_point_x": 780, "focal_point_y": 200, "focal_point_width": 20, "focal_point_height": 20}
    kept = PictureFactory(size=(800, 400), **right)

    made = kept.get_renditions("fill-200x200-c100|format-avif", "fill-200x200-c100|format-webp")

    for rendition, kind in zip(made.values(), ("AVIF", "WEBP"), strict=True):
        with rendition.file.open() as file, PIL.Image.open(io.BytesIO(file.read())) as image:
            assert (image.format, image.size) == (kind, (200, 200))
            red, _green, blue = image.convert("RGB").getpixel((100, 100))
            assert blue > red  # the right half is blue, and there the focal point lies


def test_originals_are_given_to_nobody(client, db, media):
    kept = PictureFactory()
    rendition = kept.get_rendition("width-40|format-webp")

    assert client.get(f"/media/{kept.file.name}").status_code == 404
    assert client.get(rendition.url).status_code == 200


@pytest.mark.parametrize("group", [EDITORS, OFFICE])
def test_editors_and_the_office_may_send_pictures(client, db, media, group):
    user = UserFactory(is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)

    response = send(client, "single", "a.jpg", picture())

    assert response.status_code == 302
    assert Picture.objects.get().uploaded_by_user == user
    assert client.get(reverse("wagtailimages_chooser:choose")).status_code == 200
