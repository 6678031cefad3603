"""What is too large is not read: a whole request by its announced length, a file while it comes in."""

import io
from typing import Any

import pytest
from django import forms
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import Client, RequestFactory

from core.uploads.fields import PictureField
from core.uploads.limits import MEGABYTE, MOST_BYTES, MOST_REQUEST_BYTES
from core.uploads.quota import OversizedFile

from .samples import picture

BOUNDARY = "bien"


class PictureForm(forms.Form):
    title = forms.CharField(required=False)
    photo = PictureField()


class Body(io.BytesIO):
    """A body that counts what is read of it."""

    read_bytes = 0

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self.read_bytes += len(data)
        return data


def body_of(*files: tuple[str, bytes]) -> Body:
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="a.jpg"\r\n\r\n'.encode()
        + data
        for name, data in files
    ]
    title = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="title"\r\n\r\nĐiều\r\n'.encode()
    return Body(title + b"\r\n".join(parts) + f"\r\n--{BOUNDARY}--\r\n".encode())


def request_with(body: Body, length: int | None = None) -> Any:
    request = RequestFactory().generic(
        "POST", "/", b"not empty", content_type=f"multipart/form-data; boundary={BOUNDARY}"
    )
    request.META["CONTENT_LENGTH"] = len(body.getvalue()) if length is None else length
    request._stream = body
    return request


def test_a_request_of_100_megabytes_is_not_read():
    body = body_of(("photo", b"\xff\xd8\xff"))

    with pytest.raises(RequestDataTooBig):
        request_with(body, length=100 * MEGABYTE).FILES  # noqa: B018

    assert body.read_bytes == 0


def test_the_answer_is_a_page_with_words(db):
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32

    response = client.generic(
        "POST",
        "/cms/login/",
        body_of(("photo", b"x")).getvalue(),
        content_type=f"multipart/form-data; boundary={BOUNDARY}",
        CONTENT_LENGTH=str(MOST_REQUEST_BYTES + 1),
    )

    assert response.status_code == 413
    assert "Tệp quá lớn" in response.content.decode()


def test_a_file_past_its_limit_reaches_the_form_without_content(tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    request = request_with(body_of(("photo", b"\xff\xd8\xff" + b"x" * (MOST_BYTES + MEGABYTE))))

    form = PictureForm(request.POST, request.FILES)

    assert isinstance(request.FILES["photo"], OversizedFile)
    assert "10 MB" in form.errors["photo"][0]
    assert form["title"].value() == "Điều"
    assert list(tmp_path.iterdir()) == []


def test_a_good_file_beside_one_too_large_is_still_there(tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    request = request_with(body_of(("photo", picture()), ("other", b"x" * (MOST_BYTES + 1))))

    photo = request.FILES["photo"]
    form = PictureForm(request.POST, request.FILES)

    assert isinstance(photo, TemporaryUploadedFile)
    assert form.is_valid(), form.errors
    request.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_at_the_limit_is_read():
    data = picture() + b"\0" * (MOST_BYTES - len(picture()))
    request = request_with(body_of(("photo", data)))

    assert request.FILES["photo"].size == MOST_BYTES
    assert PictureForm(request.POST, request.FILES).is_valid()


def test_a_refused_picture_leaves_words_and_what_was_typed():
    request = request_with(body_of(("photo", b"<svg><script/></svg>")))

    form = PictureForm(request.POST, request.FILES)

    assert form.errors["photo"] == [
        "Hình SVG có thể chứa chương trình nên không nhận. Hãy lưu thành PNG rồi gửi."
    ]
    assert form["title"].value() == "Điều"
