"""Every page of the demo site on five days: stars stand where certificates are in force, nowhere else."""

import functools
import json
import re
from collections import defaultdict
from datetime import date, timedelta
from types import SimpleNamespace
from urllib.parse import urlsplit

import lxml.html
import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from catalogue.models import Certificate
from core.clock import today
from core.public_pages import public_page_of
from tests.catalogue.truth import star_on

pytestmark = pytest.mark.django_db

PRODUCT = re.compile(r"^(?:/en/products|/san-pham)/[a-z0-9-]*-(\d+)/$")
CERTIFICATE = re.compile(r"^(?:/en/certificates|/chung-nhan)/([0-9A-Z]{8})/$")
#: Files of the sitemap, and the pages that these name.
PLACE = re.compile(r"<loc>([^<]+)</loc>")
#: Filters and sorts show the same products again; one page of each list is enough to meet them all.
SKIPPED = ("/cms/", "/dashboard/", "/media/", "/static/", "/documents/")
#: Which of `days_of_change`. What pages decide in Python is the same on every database; PostgreSQL shows that
#: its own dates keep both sides of an end apart.
DAYS = range(5) if connection.vendor == "sqlite" else (1, 2)


@functools.cache
def is_public(path):
    """Say whether a public view answers; what signed-in people and askers see shows no stars."""
    with override(get_language_from_path(path) or "vi"):
        try:
            return public_page_of(resolve(path)) is not None
        except Resolver404:
            return False


@pytest.fixture
def _as_committed(monkeypatch):
    """Let the process keep facts as it does of committed data: they must not outlive their day either."""
    monkeypatch.setattr("core.kept_facts.connection", SimpleNamespace(in_atomic_block=False))
    cache.clear()


@pytest.fixture(scope="module")
def demo_site(press_records, demo_shops):
    """The demo site, loaded once; each test sees it as loaded."""
    # The day goes back and forth; what is shown must follow the clock, not a store.
    with override_settings(DEMO=True, PUBLIC_PAGE_CACHE=False):
        call_command("load_pages", verbosity=0)
        yield


def addresses_in(tree):
    """Return the internal addresses that a page links to; of lists only their pages are followed."""
    for href in tree.xpath("//a/@href"):
        parts = urlsplit(href)
        if parts.netloc or not parts.path.startswith("/") or parts.path.startswith(SKIPPED):
            continue
        if not is_public(parts.path):
            continue
        if not parts.query or re.fullmatch(r"page=\d+", parts.query):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def product_of(element, path, product_by_code):
    """Return the number of the product that a badge stands on."""
    cards = element.xpath("ancestor-or-self::article[contains(@class, 'product-card')]")
    rows = element.xpath("ancestor-or-self::li[contains(@class, 'result-row')]")
    for box in (*cards, *rows):
        for href in box.xpath(".//a/@href"):
            if found := PRODUCT.match(urlsplit(href).path):
                return int(found[1])
    if found := PRODUCT.match(path):
        return int(found[1])
    if found := CERTIFICATE.match(path):
        return product_by_code[found[1]]
    raise AssertionError(f"a badge without a product on {path}")


def crawl(client, day, histories, product_by_code):
    """Read every page that can be reached from both home pages and the sitemap; return the paths seen."""
    waiting, seen = ["/", "/en/", "/sitemap.xml"], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200 or response.status_code in {301, 302}, address
        if "xml" in response.headers.get("Content-Type", ""):
            waiting.extend(urlsplit(place).path for place in PLACE.findall(response.content.decode()))
        if response.status_code != 200 or "html" not in response["Content-Type"]:
            continue
        path = urlsplit(address).path
        tree = lxml.html.fromstring(response.content)
        shown = defaultdict(set)
        for element in tree.xpath("//*[@data-stars or @data-until]"):
            star = (int(element.get("data-stars")), date.fromisoformat(element.get("data-until")))
            shown[product_of(element, path, product_by_code)].add(star)
        for product, stars in shown.items():
            assert stars == {star_on(histories[product], day)}, f"{address} on {day}"
        main = PRODUCT.match(path)
        if main and star_on(histories[int(main[1])], day):
            assert int(main[1]) in shown, f"{address} hides its star on {day}"
        for card in tree.xpath("//article[contains(@class, 'product-card')]"):
            number = product_of(card, path, product_by_code)
            if star_on(histories[number], day):
                assert number in shown, f"{address} hides the star of {number} on {day}"
        for text in tree.xpath("//script[@type='application/ld+json']/text()"):
            data = json.loads(text)
            assert "hasCertification" not in data, address  # everything here is demo or press
            assert "offers" not in data, address
        waiting.extend(addresses_in(tree))
    return seen


def days_of_change():
    """Return today, both sides of the next end, the next beginning, and a day when all have ended."""
    begin = today()
    ends = sorted({c.effective_until for c in Certificate.objects.all() if c.effective_until > begin})
    starts = sorted({c.effective_from for c in Certificate.objects.all() if c.effective_from > begin})
    return [begin, ends[0], ends[0] + timedelta(days=1), starts[0], max(ends) + timedelta(days=1)]


@pytest.mark.usefixtures("_as_committed")
@pytest.mark.parametrize("number", DAYS)
@pytest.mark.parametrize("settles", [False, True], ids=["unsettled", "settled"])
def test_no_star_without_a_certificate_in_force_that_day(demo_site, client, settles, number):
    histories, product_by_code = defaultdict(list), {}
    for certificate in Certificate.objects.all():
        histories[certificate.product_id].append(certificate)
        product_by_code[certificate.code] = certificate.product_id
    day = days_of_change()[number]

    with time_machine.travel(f"{day.isoformat()}T09:00+07:00", tick=False):
        if settles:
            call_command("settle_certificates", verbosity=0)
        seen = crawl(client, day, histories, product_by_code)

    assert len([path for path in seen if PRODUCT.match(path)]) > 180
