"""Error pages: in the language of the address, with a way on, and never a 500 for a strange request."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.views.errors import csrf_failure, forbidden, server_error, too_many_requests
from tests.factories import UserFactory
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("new_site")

HOME = {"vi": "/", "en": "/en/"}
NOT_FOUND = {"vi": "Không có trang này", "en": "This page does not exist"}


@pytest.fixture
def visitor():
    """A client to which an error is an answer."""
    return Client(raise_request_exception=False)


def in_language(request, language):
    request.path_info = request.path = f"{HOME[language]}x/"
    return request


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_missing_page_is_told_in_the_language_of_its_address(visitor, language):
    response = visitor.get(f"{HOME[language]}khong-co/", headers={"Accept-Language": "fr,en;q=0.5"})

    html = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}">' in html
    assert NOT_FOUND[language] in html
    assert f'href="{HOME[language]}"' in html
    assert 'name="q"' in html
    assert 'content="noindex"' in html


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_error_page_claims_no_address_and_leads_to_the_other_home(visitor, language):
    html = visitor.get(f"{HOME[language]}khong-co/").content.decode()

    assert 'rel="canonical"' not in html
    assert 'rel="alternate"' not in html
    assert f'<a href="{HOME["en" if language == "vi" else "vi"]}" hreflang=' in html


def test_a_missing_page_of_the_dashboard_has_the_sites_frame(visitor):
    visitor.force_login(UserFactory(is_staff=True, is_superuser=True))

    response = visitor.get("/dashboard/khong-co/")

    assert response.status_code == 404
    assert "Mỗi Xã" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/%00/",
        "/a%00b/",
        "/%ff/",
        "/%ff%fe/%c0%af/",
        "/en/%ff/",
        "/" + "a" * 10_000 + "/",
        "/" + "a/" * 5_000,
        "/chinh-sach/%00/",
        "/san-pham/%00-1/",
        "/san-pham/a-99999999999999999999999/",
        "/chung-nhan/%00/",
        "/chung-nhan/%ff/",
        "/c/%00",
        "/c/%ff",
        "/chu-the/%00/",
        "/../../etc/passwd",
        "/.env",
        "/wp-login.php",
        "/en/en/",
        "/sitemap-products-0.xml",
        "/sitemap-products-99999999999999999999.xml",
        "/sitemap-khong-1.xml",
    ],
)
def test_a_hostile_path_is_not_found(visitor, path):
    response = visitor.get(path)

    assert response.status_code == 404
    assert "<h1>" in response.content.decode()


def test_a_path_out_of_the_uploads_is_refused(visitor):
    for address in ("/media/../manage.py", "/media/art/../../manage.py", "/media/documents/giay.pdf"):
        assert visitor.get(address).status_code in {400, 404}, address


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_foreign_host_is_a_bad_request(visitor, language):
    response = visitor.get(HOME[language], headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_foreign_form_is_refused_with_words(rf, language):
    for response in (
        csrf_failure(in_language(rf.post("/"), language)),
        forbidden(in_language(rf.get("/"), language)),
    ):
        assert response.status_code == 403
        assert f'<html lang="{language}">' in response.content.decode()


def test_a_post_without_a_token_gets_the_sites_page():
    response = Client(enforce_csrf_checks=True).post(reverse("wagtailadmin_login"), {"username": "a"})

    assert response.status_code == 403
    assert "Mỗi Xã" in response.content.decode()


def test_a_body_that_is_too_large_is_told_so(visitor):
    response = visitor.post(reverse("account_login"), {"username": "a" * 3_000_000})

    assert response.status_code == 413
    assert "quá lớn" in response.content.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_too_many_requests_says_when_to_come_back(rf, language):
    response = too_many_requests(in_language(rf.get("/"), language), 600)

    assert response.status_code == 429
    assert response.headers["Retry-After"] == "600"
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_failure_shows_a_page_that_needs_no_database(rf, language, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(in_language(rf.get("/"), language))

    assert response.status_code == 500
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_a_view_that_breaks_is_answered_with_that_page(visitor, monkeypatch, address):
    def broken(_sections):
        raise RuntimeError("hỏng")

    monkeypatch.setattr("cms.models.home.home_context", broken)

    response = visitor.get(address)

    assert response.status_code == 500
    assert "RuntimeError" not in response.content.decode()
    assert "<h1>" in response.content.decode()


def test_a_missing_page_answers_a_post_too(visitor):
    assert visitor.post("/khong/co/trang.html").status_code == 404


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("status", [400, 413, 414, 429, 500])
def test_pages_without_a_database_have_logo_search_and_a_way_back(
    language, status, django_assert_num_queries
):
    with django_assert_num_queries(0), override(language):
        html = render_to_string(f"{status}.html")
        product_list = reverse("catalogue:index")

    assert f'<form class="search-form" role="search" action="{product_list}">' in html
    assert 'name="q"' in html
    assert html.count(f'href="{HOME[language]}"') == 2
    for path in re.findall(r'(?:src|href)="/static/([^"]+)"', html):
        assert finders.find(path), path
    assert "art/logo.svg" in html


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "FOO"])
@pytest.mark.parametrize(
    "address", ["/", "/en/", "/san-pham/", "/chu-the/", "/robots.txt", "/health/live", "/health/ready"]
)
def test_a_page_that_takes_no_form_says_so(address, method):
    response = Client(enforce_csrf_checks=True).generic(method, address)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.headers["Cache-Control"] == "no-store"
    assert f'<html lang="{"en" if address == "/en/" else "vi"}">' in response.content.decode()
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("method", ["TRACE", "FOO"])
def test_odd_methods_are_refused_on_private_pages_too(method):
    assert Client().generic(method, reverse("wagtailadmin_login")).status_code == 405


def test_a_method_that_a_page_takes_reaches_it():
    response = Client(enforce_csrf_checks=True).post(reverse("wagtailadmin_login"))

    assert response.status_code == 403  # for want of a token
    assert Client().options("/san-pham/").headers["Allow"] == "GET, HEAD, OPTIONS"
