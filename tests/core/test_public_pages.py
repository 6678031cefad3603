"""Which views are public, and what the middleware does for them."""

import gzip
from datetime import date
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils.translation import get_language_from_path, override

from accounts.models import Session
from catalogue.pages.product import product_page
from cms.home import home_context
from core.generations import CATALOGUE, SITE, bump
from core.public_pages import PublicPage
from tests.factories import CertificateFactory, ProductFactory, UserFactory, gtin
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("new_site")

#: Every view that anybody may store. A new one is added here after its bytes were compared.
PUBLIC = {
    "robots",
    "sitemap",
    "sitemap-file",
    "wagtail_serve",
    "catalogue:index",
    "catalogue:category",
    "catalogue:detail",
    "catalogue:reported",
    "units:suggest",
    "producers:index",
    "producers:detail",
    "certificates:check",
    "certificates:detail",
    "certificates:qr",
    "short-link",
    "passport:item",
    "search:search",
}
PERSONAL = ("csrfmiddlewaretoken", "sessionid", "Trần Khách", "tran.khach@example.vn")


def marked_views():
    found = set()

    def walk(patterns, prefix=""):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
            elif isinstance(pattern, URLPattern) and pattern.name:
                view = pattern.callback
                mark = getattr(view, "public_page", None) or getattr(
                    getattr(view, "view_class", None), "public_page", None
                )
                if isinstance(mark, PublicPage):
                    found.add(prefix + pattern.name)

    walk(get_resolver().url_patterns)
    return found


def view_of(address):
    path = urlsplit(address).path
    with override(get_language_from_path(path) or "vi"):
        return resolve(path).view_name


@pytest.fixture
def addresses():
    """One address of each kind of page, in both languages."""
    product = ProductFactory(stocked=True, title_vi="Hạt điều", title_en="Cashews", upc=gtin(1))
    certificate = CertificateFactory(product=product)
    shown = (product, product.producer, certificate, product.ocop_set)
    found = [
        "/",
        "/en/",
        "/chinh-sach/",
        "/en/policies/",
        "/san-pham/",
        "/en/products/",
        "/san-pham/bao-chi-dua-tin/",
        "/chu-the/",
        "/chung-nhan/",
    ]
    for language in ("vi", "en"):
        with override(language):
            found += [each.get_absolute_url() for each in shown]
            found += [
                reverse("certificates:qr", args=[certificate.code]),
                reverse("passport:item", args=[product.upc]),
            ]
    return [*found, "/robots.txt", "/sitemap.xml", "/sitemap-products-1.xml"]


@pytest.fixture
def unstored():
    """Addresses that are the same for everybody and kept by no cache of ours: redirects, suggestions."""
    certificate = CertificateFactory()
    found = [f"/c/{certificate.code}"]
    for language in ("vi", "en"):
        with override(language):
            found += [reverse("units:suggest") + "?q=bom", reverse("search:search") + "?q=dieu"]
    return found


def test_the_public_views_are_these():
    assert marked_views() == PUBLIC


def test_each_public_view_has_its_bytes_compared(addresses, unstored):
    assert {view_of(address) for address in [*addresses, *unstored]} == PUBLIC


@pytest.fixture
def known():
    """The browser of a person whose cookies, headers and links tell much about them."""
    client = Client(HTTP_ACCEPT_LANGUAGE="en", HTTP_USER_AGENT="khác", HTTP_REFERER="https://zalo.me/")
    client.force_login(UserFactory(full_name="Trần Khách", email="tran.khach@example.vn"))
    client.cookies["oscar_open_basket"] = "1:abc"
    client.cookies["django_language"] = "en"
    return client


def test_everyone_gets_the_same_bytes(addresses, known):
    guest = Client()

    for address in addresses:
        cache.clear()
        first = guest.get(address)
        cache.clear()
        second = known.get(address, {"utm_source": "zalo", "fbclid": "1", "gclid": "2"})

        assert first.status_code == second.status_code == 200, address
        assert first.content == second.content, address
        assert first.headers["ETag"] == second.headers["ETag"]
        assert not first.cookies
        assert not second.cookies, address
        assert first.headers.get("Vary") == "Accept-Encoding"
        assert not any(word.encode() in second.content for word in PERSONAL), address


def test_everyone_is_led_to_the_same_address_and_gets_the_same_suggestions(unstored, known):
    for address in unstored:
        first = Client().get(address)
        second = known.get(f"{address}{'&' if '?' in address else '?'}utm_source=zalo&fbclid=1")

        assert first.status_code == second.status_code in {200, 302}, address
        assert first.content == second.content, address
        assert first.headers.get("Location") == second.headers.get("Location"), address
        assert not first.cookies
        assert not second.cookies, address


def test_a_public_page_touches_no_session(addresses, unstored):
    client = Client()
    for address in [*addresses, *unstored]:
        client.get(address)

    assert not Session.objects.exists()


def test_a_stored_page_costs_no_query(client, addresses, django_assert_num_queries):
    for address in addresses:
        client.get(address)

        with django_assert_num_queries(0):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("topic", [SITE, CATALOGUE])
def test_a_new_generation_draws_the_page_anew(client, topic, django_capture_on_commit_callbacks, monkeypatch):
    drawn = []

    def counted(sections):
        drawn.append(1)
        return home_context(sections)

    monkeypatch.setattr("cms.models.home.home_context", counted)
    client.get("/")
    client.get("/")
    assert len(drawn) == 1

    with django_capture_on_commit_callbacks(execute=True):
        bump(topic)
    client.get("/")

    assert len(drawn) == 2


def test_the_etag_and_the_age_end_at_midnight_in_vietnam(client):
    with time_machine.travel("2026-11-24T16:59:30Z", tick=False):  # 23:59:30 in Vietnam
        before = client.get("/sao-ocop/")
    with time_machine.travel("2026-11-24T17:00:30Z", tick=False):
        after = client.get("/sao-ocop/")

    assert before.headers["ETag"].startswith('W/"20261124-')
    assert after.headers["ETag"].startswith('W/"20261125-')
    assert before.headers["Cache-Control"] == "public, max-age=30"


def test_a_page_is_sent_compressed_where_it_may_be(client):
    plain = client.get("/sao-ocop/")
    packed = client.get("/sao-ocop/", headers={"Accept-Encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["ETag"] == plain.headers["ETag"]


def test_head_answers_like_get_without_a_body(client):
    head = client.head("/sao-ocop/")

    assert head.status_code == 200
    assert not head.content
    assert head.headers["ETag"] == client.get("/sao-ocop/").headers["ETag"]


def test_a_missing_page_is_not_stored(client):
    response = client.get("/khong-co/")

    assert response.status_code == 404
    assert response.headers["Cache-Control"] == "no-cache"
    assert "ETag" not in response.headers


def test_staff_pages_are_never_stored(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    for address in ("/cms/", "/dashboard/"):
        cache_control = client.get(address).headers["Cache-Control"]
        assert "public" not in cache_control
        assert "no-store" in cache_control or "private" in cache_control


#: The last day of a certificate, as the clock in Vietnam counts it.
LAST_DAY = "2026-06-30"
BEFORE_MIDNIGHT = f"{LAST_DAY}T23:59:59.900+07:00"


@pytest.fixture
def ending():
    """A product whose star ends with that day."""
    certificate = CertificateFactory(product=ProductFactory(stocked=True), issued_on=date(2023, 6, 30))
    assert str(certificate.effective_until) == LAST_DAY
    return certificate.product


def drawn_across_midnight(client, address, monkeypatch):
    """Ask for a page at the last moment of a day; it is drawn in 0.2 seconds."""
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False) as clock:

        def slow(*arguments):
            answer = product_page(*arguments)
            clock.shift(0.2)
            return answer

        monkeypatch.setattr("catalogue.views.product.product_page", slow)
        response = client.get(address)
        monkeypatch.undo()
        return response


def test_a_page_drawn_across_midnight_is_kept_by_nobody(client, ending, monkeypatch):
    response = drawn_across_midnight(client, ending.get_absolute_url(), monkeypatch)

    assert "data-stars" in response.content.decode()
    assert response.headers["Cache-Control"] == "public, max-age=0"


def test_the_new_day_does_not_get_yesterdays_page(client, ending, monkeypatch):
    etag = drawn_across_midnight(client, ending.get_absolute_url(), monkeypatch).headers["ETag"]

    with time_machine.travel("2026-07-01T00:00:00.200+07:00", tick=False):
        answer = client.get(ending.get_absolute_url(), headers={"If-None-Match": etag})

    assert answer.status_code == 200
    assert "data-stars" not in answer.content.decode()


@pytest.mark.parametrize(("clock", "seconds"), [("23:58:59", 60), ("23:59:30.5", 29), ("23:59:59.9", 0)])
def test_a_page_of_the_day_is_kept_until_midnight_at_most(client, ending, clock, seconds):
    with time_machine.travel(f"{LAST_DAY}T{clock}+07:00", tick=False):
        drawn = client.get(ending.get_absolute_url())
        stored = client.get(ending.get_absolute_url())

    assert drawn.headers["Cache-Control"] == stored.headers["Cache-Control"] == f"public, max-age={seconds}"
