"""Forms on public pages carry no token: where a post comes from is read from its headers."""

import re

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from core.same_origin import origin_of, same_origin_form_of
from shop.basket.models import Line
from tests.factories import ProductFactory, SaleRuleFactory

pytestmark = pytest.mark.django_db

#: Every view that takes a form without a token. A new one is added here after its form was looked at.
GUARDED = {"basket:add", "wishlists:add", "alerts:ask"}

OURS = [
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example", "Referer": "https://evil.example/"},
    {"Origin": "http://testserver"},
    {"Origin": "http://testserver:80"},
    {"Origin": "HTTP://TESTSERVER"},
    {"Origin": "http://testserver", "Referer": "https://evil.example/"},
    {"Referer": "http://testserver/san-pham/hat-dieu-1/?quy-cach=2"},
    {"Referer": "http://testserver"},
]
FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "SAME-ORIGIN"},
    {"Sec-Fetch-Site": "same-origin, cross-site"},
    {"Sec-Fetch-Site": ""},
    {"Sec-Fetch-Site": "lạ"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver", "Referer": "http://testserver/"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "https://evil.example"},
    {"Origin": "https://testserver"},
    {"Origin": "http://testserver:8080"},
    {"Origin": "http://testserver.evil.example"},
    {"Origin": "http://sub.testserver"},
    {"Origin": "http://evil.example@testserver"},
    {"Origin": "http://testserver:99999"},
    {"Origin": "http://[::1"},
    {"Origin": "testserver"},
    {"Origin": "file://"},
    {"Origin": "null", "Referer": "http://testserver/"},
    {"Referer": "https://evil.example/http://testserver/"},
    {"Referer": "https://testserver/"},
    {"Referer": "rác"},
]
UNKNOWN = [{}, {"Referer": ""}, {"Referer": "  "}]


@pytest.fixture
def product():
    product = ProductFactory(stocked=True)
    SaleRuleFactory(ocop_set=product.ocop_set)
    return product


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


def add(browser, product, headers, **more):
    address = reverse("basket:add", args=[product.pk])
    return browser.post(address, {"quantity": "2", "buy_now": "1", "extra": "x"}, headers=headers, **more)


def guarded_views():
    found = set()

    def walk(patterns, prefix=""):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
            elif isinstance(pattern, URLPattern) and same_origin_form_of(pattern.callback):
                found.add(prefix + (pattern.name or "?"))

    walk(get_resolver().url_patterns)
    return found


def test_the_views_without_a_token_are_these():
    assert guarded_views() == GUARDED


@pytest.mark.parametrize("headers", OURS, ids=str)
def test_a_form_from_a_page_of_ours_goes_through(browser, product, headers):
    response = add(browser, product, headers)

    assert response.status_code == 303
    assert Line.objects.get().quantity == 2


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_form_from_elsewhere_is_refused(browser, product, headers):
    response = add(browser, product, headers)

    assert response.status_code == 403
    assert "no-store" in response.headers["Cache-Control"]
    assert b"csrfmiddlewaretoken" not in response.content
    assert not Line.objects.exists()


@pytest.mark.parametrize("headers", UNKNOWN, ids=str)
@pytest.mark.parametrize("secure", [False, True])
def test_a_form_of_unknown_origin_is_asked_again_with_a_token(browser, product, headers, secure):
    asked = add(browser, product, headers, secure=secure)

    assert asked.status_code == 403
    assert "no-store" in asked.headers["Cache-Control"]
    assert asked.headers["X-Robots-Tag"] == "noindex"
    assert not Line.objects.exists()
    html = asked.content.decode()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html))
    assert set(fields) == {"csrfmiddlewaretoken", "quantity", "buy_now"}
    assert f'action="{reverse("basket:add", args=[product.pk])}"' in html

    again = browser.post(reverse("basket:add", args=[product.pk]), fields, headers=headers, secure=secure)

    assert again.status_code == 303
    assert Line.objects.get().quantity == 2


@pytest.mark.parametrize("token", ["", "x", "a" * 64, "a" * 32])
def test_a_wrong_token_does_not_help(browser, product, token):
    add(browser, product, {})
    address = reverse("basket:add", args=[product.pk])

    response = browser.post(address, {"quantity": "1", "csrfmiddlewaretoken": token})

    assert response.status_code == 403
    assert not Line.objects.exists()


def test_a_right_token_does_not_mend_a_foreign_origin(browser, product):
    html = add(browser, product, {}).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
    address = reverse("basket:add", args=[product.pk])

    response = browser.post(
        address, {"quantity": "1", "csrfmiddlewaretoken": token}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert response.status_code == 403


def test_what_is_repeated_is_escaped(browser, product):
    address = reverse("basket:add", args=[product.pk])

    response = browser.post(address, {"quantity": '"><script>alert(1)</script>'})

    assert b"<script>alert" not in response.content


def test_the_page_that_asks_again_speaks_the_language_of_the_address(browser, product):
    with override("en"):
        address = reverse("basket:add", args=[product.pk])

    html = browser.post(address, {"quantity": "1"}).content.decode()

    assert "Yes, go on" in html
    assert 'lang="en"' in html


def test_https_asks_for_https(browser, product):
    assert add(browser, product, {"Origin": "https://testserver"}, secure=True).status_code == 303
    # The site's own address is ours whatever the request came through.
    assert add(browser, product, {"Origin": "http://testserver"}, secure=True).status_code == 303
    assert add(browser, product, {"Origin": "http://testserver:443"}, secure=True).status_code == 403


@override_settings(SITE_URL="https://moixa.example")
def test_a_port_of_its_own_is_part_of_the_origin(browser, product):
    other = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8205"}

    assert add(browser, product, {"Origin": "http://127.0.0.1:8205"}, **other).status_code == 303
    assert add(browser, product, {"Origin": "http://127.0.0.1"}, **other).status_code == 403
    assert add(browser, product, {"Origin": "https://moixa.example"}, **other).status_code == 303


def test_a_form_without_the_mark_still_wants_the_token(browser, product):
    add(browser, product, OURS[0])

    response = browser.post(reverse("basket:summary"), {}, headers={"Sec-Fetch-Site": "same-origin"})

    assert response.status_code == 403


@pytest.mark.parametrize(
    "address", ["", "null", "about:blank", "//testserver", "http:///", "ftp://testserver"]
)
def test_what_is_no_address_has_no_origin(address):
    assert origin_of(address) is None
