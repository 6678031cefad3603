"""Which uploads anybody may fetch by an address: drawn art and renditions, nothing beside them."""

from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def uploads():
    """A rendition that everybody may see, and beside it a document for its readers and an original."""
    for name in ("images/rendition.png", "documents/minutes.pdf", "original_images/original.png"):
        path = Path(settings.MEDIA_ROOT) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"nobody-may-read-this")


def test_a_rendition_is_sent(client, uploads):
    assert client.get("/media/images/rendition.png").status_code == 200


@pytest.mark.parametrize("way", ["", "images/../", "images/%2e%2e/", "art/x/../../", "images/../images/../"])
@pytest.mark.parametrize("name", ["documents/minutes.pdf", "original_images/original.png"])
def test_what_lies_beside_has_no_address_and_no_way_around(client, uploads, way, name):
    response = client.get(f"/media/{way}{name}")

    assert response.status_code == 404
    assert b"nobody-may-read-this" not in response.content
