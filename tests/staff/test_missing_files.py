"""A paper whose file the store has lost: a page that says so, for staff and for visitors."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from producers.models import ClaimPaper
from tests.factories import CertificateFactory, ClaimFactory, PaperFactory, UserFactory


@pytest.fixture
def rows(db):
    return {
        "staff_certificates": CertificateFactory(scan="certificates/lost.pdf", scan_is_public=True),
        "staff_papers": PaperFactory(file="papers/lost.pdf", file_is_public=True),
        "staff_claims": ClaimPaper.objects.create(
            claim=ClaimFactory(), kind="registration", file="claims/lost.pdf"
        ),
    }


@pytest.mark.parametrize("screen", ["staff_certificates", "staff_papers", "staff_claims"])
def test_staff_are_told_that_the_file_is_missing(admin, rows, screen):
    response = admin.get(reverse(f"{screen}:scan", args=[rows[screen].pk]))

    assert response.status_code == 404
    assert "Thiếu tệp này" in response.content.decode()
    assert not ModelLogEntry.objects.filter(action="claim.look").exists()


@pytest.mark.parametrize("screen", ["staff_certificates", "staff_papers", "staff_claims"])
def test_a_stranger_learns_nothing(client, rows, screen):
    client.force_login(UserFactory())

    response = client.get(reverse(f"{screen}:scan", args=[rows[screen].pk]))

    assert response.status_code in {302, 403, 404}
    assert "Thiếu tệp này" not in response.content.decode()


def test_visitors_are_told_too(client, rows):
    certificate = reverse("certificates:scan", args=[rows["staff_certificates"].code])
    for address in (certificate, rows["staff_papers"].get_absolute_url()):
        response = client.get(address)

        assert response.status_code == 404
        assert "Thiếu tệp này" in response.content.decode()
