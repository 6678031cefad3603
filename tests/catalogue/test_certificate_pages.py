"""Certificates as a visitor meets them: by scan, by address, by the look-up."""

import json
import re
from datetime import date, timedelta

import pytest
import time_machine

from catalogue.models import Certificate, Product, SaleMode
from core.clock import today
from tests.factories import (
    CertificateFactory,
    PackSizeFactory,
    ParentFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
)

pytestmark = pytest.mark.django_db


def page(client, address, **headers):
    response = client.get(address, **headers)
    return response, response.content.decode()


def json_ld(html):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(text) for text in found]


@pytest.fixture
def for_sale():
    """A set whose products can be bought."""
    return SaleRuleFactory(ocop_set=SetFactory(set_number=7), mode=SaleMode.BUY).ocop_set


@pytest.fixture
def product(for_sale):
    return ProductFactory(ocop_set=for_sale, stocked=True)


class TestCertificatePage:
    def test_says_the_state_of_the_day(self, client, product):
        certificate = CertificateFactory(product=product, issued_on=date(2025, 1, 15), expires_on=None)
        seen = {}
        for day, star in (
            ("2025-01-14", False),
            ("2025-01-15", True),
            ("2028-01-15", True),
            ("2028-01-16", False),
        ):
            with time_machine.travel(f"{day}T00:30+07:00", tick=False):
                _response, html = page(client, certificate.get_absolute_url())
            seen[day] = "data-stars" in html
            assert seen[day] is star

    def test_tells_the_whole_history_of_the_product(self, client, product):
        first = CertificateFactory(product=product, stars=3, issued_on=today() - timedelta(days=900))
        second = CertificateFactory(product=product, stars=4)
        _response, html = page(client, second.get_absolute_url())

        assert first.get_absolute_url() in html

    @pytest.mark.parametrize("typed", ["lower", "misread", "dashed"])
    def test_a_code_is_found_however_it_is_typed(self, client, product, typed):
        certificate = CertificateFactory(product=product, code="AB01CD90")
        code = {"lower": "ab01cd90", "misread": "ABOICD9O", "dashed": "AB01-CD90"}[typed]

        assert client.get(f"/c/{code}")["Location"] == certificate.get_absolute_url()
        assert client.get(f"/chung-nhan/{code}/")["Location"] == certificate.get_absolute_url()

    @pytest.mark.parametrize("code", ["ZZZZZZZZ", "x", "%00", "a" * 3000, "..%2f..", "%FF%FE"])
    def test_an_unknown_code_is_a_404_page_with_the_form(self, client, product, code):
        near = CertificateFactory(product=product, code="ZZZZZZZY")
        response, html = page(client, f"/chung-nhan/{code}/")

        assert response.status_code == 404
        assert 'name="q"' in html
        assert near.code not in html

    def test_the_qr_opens_the_short_link(self, client, product):
        certificate = CertificateFactory(product=product)
        response = client.get(f"{certificate.get_absolute_url()}qr.svg")

        assert response["Content-Type"] == "image/svg+xml"
        assert b"<svg" in response.content
        assert b"style=" not in response.content

    def test_a_private_scan_has_no_address(self, client, product):
        certificate = CertificateFactory(product=product, scan="certificates/giay.pdf", scan_is_public=False)

        assert client.get(f"{certificate.get_absolute_url()}scan").status_code == 404


class TestLookUp:
    @pytest.mark.parametrize("by", ["code", "printed", "decision", "name", "name without marks"])
    def test_finds_by(self, client, product, by):
        certificate = CertificateFactory(
            product=product, printed_code="75-25396-003-2026", decision_number="12/QĐ-X"
        )
        query = {
            "code": certificate.code.lower(),
            "printed": "75-25396-003-2026",
            "decision": "12/qđ-x",
            "name": product.title_vi,
            "name without marks": "hat dieu thu",
        }[by]
        response = client.get("/chung-nhan/", {"q": query})

        assert certificate.get_absolute_url() in response.content.decode()
        assert response["Cache-Control"] == "no-store"

    @pytest.mark.parametrize("typed", ["9520001000010", "9520 0010 0001-0", "09520001000010"])
    @pytest.mark.parametrize("on", ["product", "pack size"])
    def test_finds_by_the_barcode_on_the_pack(self, client, product, typed, on):
        if on == "pack size":
            product = ParentFactory(ocop_set=product.ocop_set)
            PackSizeFactory(parent=product, stocked=True, upc="9520001000010")
            PackSizeFactory(parent=product, stocked=True)
        else:
            Product.objects.filter(pk=product.pk).update(upc="09520001000010")
        certificate = CertificateFactory(product=product)
        other = CertificateFactory(product=ProductFactory(ocop_set=product.ocop_set, stocked=True))
        html = client.get("/chung-nhan/", {"q": typed}).content.decode()

        assert certificate.get_absolute_url() in html
        assert "1 giấy chứng nhận" in html
        assert other.get_absolute_url() not in html

    @pytest.mark.parametrize(
        "query", ["không có", "\x00", "a" * 10_000, "%", "' OR 1=1 --", "<script>", "  "]
    )
    def test_answers_anything_with_a_page(self, client, product, query):
        CertificateFactory(product=product)
        response = client.get("/chung-nhan/", {"q": query})

        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()

    def test_only_misses_count_towards_the_limit(self, client, product):
        certificate = CertificateFactory(product=product)
        for _ in range(40):
            assert client.get("/chung-nhan/", {"q": certificate.code}).status_code == 200
        answers = [client.get("/chung-nhan/", {"q": "ZZZZZZZZ"}).status_code for _ in range(31)]

        assert answers == [200] * 30 + [429]
        assert client.get(f"/c/{certificate.code}").status_code == 302

    def test_a_hidden_products_certificate_is_not_found(self, client, product):
        certificate = CertificateFactory(product=product)
        product.is_public = False
        product.save()

        assert client.get(certificate.get_absolute_url()).status_code == 404
        assert Certificate.objects.count() == 1
