"""Wagtail's pages are the same bytes for everyone, can be stored, and change when they are published."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from cms.models import StandardPage
from tests.factories import UserFactory

PAGES = [
    "/",
    "/en/",
    "/sao-ocop/",
    "/en/what-the-stars-mean/",
    "/chinh-sach/",
    "/en/policies/",
    "/chinh-sach/quyen-rieng-tu/",
    "/en/policies/privacy/",
    "/en/policies/privacy/v1/",
]


@pytest.mark.parametrize("address", PAGES)
def test_everyone_gets_the_same_bytes_and_no_cookie(address):
    stranger, staff = Client(), Client(HTTP_ACCEPT_LANGUAGE="fr", HTTP_USER_AGENT="khác")
    staff.force_login(UserFactory(is_staff=True, is_superuser=True))
    staff.cookies["oscar_open_basket"] = "abc"

    first = stranger.get(address)
    second = staff.get(address, {"utm_source": "zalo", "fbclid": "x"})

    assert first.status_code == 200
    assert first.content == second.content
    assert not first.cookies
    assert not second.cookies
    assert "Cookie" not in first.headers.get("Vary", "")
    assert "Accept-Language" not in first.headers.get("Vary", "")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_is_known_is_not_sent_again(client, address):
    etag = client.get(address).headers["ETag"]

    again = client.get(address, headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert not again.content


def test_publishing_changes_what_is_stored(client, django_capture_on_commit_callbacks):
    page = StandardPage.objects.get(slug="sao-ocop")
    before = client.get(page.url)
    with django_capture_on_commit_callbacks(execute=True):
        page.introduction = "Một câu mới."
        page.save_revision().publish()

    after = client.get(page.url)

    assert after.headers["ETag"] != before.headers["ETag"]
    assert "Một câu mới." in after.content.decode()


def test_a_draft_is_not_shown_and_its_preview_is_not_stored(client):
    page = StandardPage.objects.get(slug="sao-ocop")
    page.introduction = "Chưa đăng."
    page.save_revision()

    preview = page.get_latest_revision_as_object().make_preview_request()

    assert preview.status_code == 200
    assert "Chưa đăng." in preview.content.decode()
    assert "Chưa đăng." not in client.get(page.url).content.decode()


def test_a_preview_shows_the_draft_although_the_page_is_stored(client):
    page = StandardPage.objects.get(slug="sao-ocop")
    client.get(page.url)
    page.introduction = "Chưa đăng."
    page.save_revision()

    preview = page.get_latest_revision_as_object().make_preview_request()

    assert "Chưa đăng." in preview.content.decode()


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_a_restricted_page_is_not_found_and_nothing_of_it_is_stored(
    client, kind, django_capture_on_commit_callbacks
):
    page = StandardPage.objects.get(slug="sao-ocop")
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")

    response = client.get(page.url)

    assert response.status_code == 404
    assert "ETag" not in response.headers


def test_a_new_site_has_no_restricted_page():
    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("address", ["/_util/login/", "/_util/authenticate_with_password/1/1/"])
def test_wagtails_own_log_in_for_visitors_does_not_exist(client, address):
    assert client.get(address).status_code == 404


def test_nothing_can_be_posted_to_a_page(client):
    assert client.post("/sao-ocop/").status_code == 405


def test_the_other_languages_word_is_not_found(client):
    assert client.get("/en/sao-ocop/").status_code == 404
    assert client.get("/what-the-stars-mean/").status_code == 404
