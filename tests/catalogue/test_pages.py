"""Pages of products, producers and certificates, as a visitor meets them."""

import json
import re
from datetime import timedelta

import lxml.html
import pytest
from django.utils.translation import override

from catalogue.models import SaleMode
from core.clock import today
from tests.factories import (
    CertificateFactory,
    PackSizeFactory,
    ParentFactory,
    ProducerFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
    StockRecordFactory,
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


class TestProduct:
    def test_answers_in_both_languages(self, client, product):
        for language, words in (("vi", "Còn hàng"), ("en", "In stock")):
            with override(language):
                address = product.get_absolute_url()
            response, html = page(client, address)

            assert response.status_code == 200
            assert f'<html lang="{language}">' in html
            assert words in html

    def test_a_wrong_slug_leads_to_the_right_one_in_either_language(self, client, product):
        vi, _html = page(client, f"/san-pham/sai-{product.pk}/")
        en, _html = page(client, f"/en/products/wrong-{product.pk}/")

        assert (vi.status_code, vi["Location"]) == (301, f"/san-pham/{product.slug_vi}-{product.pk}/")
        assert (en.status_code, en["Location"]) == (301, f"/en/products/{product.slug_en}-{product.pk}/")

    def test_shows_the_star_with_its_last_day_and_where_to_check_it(self, client, product):
        certificate = CertificateFactory(product=product, stars=4)
        _response, html = page(client, product.get_absolute_url())

        assert 'data-stars="4"' in html
        assert f'data-until="{certificate.effective_until.isoformat()}"' in html
        assert certificate.get_absolute_url() in html

    @pytest.mark.parametrize("state", ["expired", "revoked", "upcoming", "none"])
    def test_shows_no_star_without_a_certificate_in_force(self, client, product, state):
        day = today()
        if state == "expired":
            CertificateFactory(product=product, issued_on=day - timedelta(days=1200))
        elif state == "revoked":
            CertificateFactory(product=product, revoked_on=day, revoked_reason="ngừng sản xuất")
        elif state == "upcoming":
            CertificateFactory(product=product, issued_on=day + timedelta(days=3))
        _response, html = page(client, product.get_absolute_url())

        assert "data-stars" not in html
        assert "data-until" not in html
        assert not any("hasCertification" in data for data in json_ld(html))

    def test_tells_machines_the_certificate_and_the_offer(self, client, product):
        certificate = CertificateFactory(product=product, stars=5)
        data = json_ld(page(client, product.get_absolute_url())[1])[0]

        assert data["hasCertification"]["expires"] == certificate.effective_until.isoformat()
        assert data["offers"]["price"] == 120_000
        assert data["offers"]["availability"].endswith("InStock")

    def test_tells_machines_neither_of_a_demo_product(self, client, for_sale):
        demo = ProductFactory(ocop_set=for_sale, stocked=True, is_demo=True)
        CertificateFactory(product=demo, is_demo=True)
        _response, html = page(client, demo.get_absolute_url())
        data = json_ld(html)[0]

        assert "hasCertification" not in data
        assert "offers" not in data
        assert "trình diễn" in html

    def test_a_pack_size_is_chosen_by_the_address(self, client, for_sale):
        parent = ParentFactory(ocop_set=for_sale)
        small, large = (
            PackSizeFactory(parent=parent, net_quantity=250),
            PackSizeFactory(parent=parent, net_quantity=1000),
        )
        StockRecordFactory(product=small, price=98_000)
        StockRecordFactory(product=large, price=365_000)
        _response, html = page(client, f"{parent.get_absolute_url()}?quy-cach={large.pk}")

        assert "365.000\u00a0₫" in html
        assert re.search(r'aria-current="true">[^<]*Túi 1000 g', html)

    def test_a_pack_size_of_another_product_chooses_nothing_foreign(self, client, for_sale, product):
        parent = ParentFactory(ocop_set=for_sale)
        StockRecordFactory(product=PackSizeFactory(parent=parent), price=98_000)
        _response, html = page(client, f"{parent.get_absolute_url()}?quy-cach={product.pk}")

        assert "98.000\u00a0₫" in html

    def test_the_own_page_of_a_pack_size_is_its_parents(self, client, for_sale):
        parent = ParentFactory(ocop_set=for_sale)
        size = PackSizeFactory(parent=parent, stocked=True)
        response, _html = page(client, f"/san-pham/gi-do-{size.pk}/")

        assert response.status_code == 301
        assert response["Location"] == f"{parent.get_absolute_url()}?quy-cach={size.pk}"

    def test_says_how_few_are_left(self, client, for_sale):
        few = StockRecordFactory(product=ProductFactory(ocop_set=for_sale), num_in_stock=4).product

        assert "Chỉ còn 4" in page(client, few.get_absolute_url())[1]

    def test_alcohol_is_shown_without_a_price(self, client):
        spirits = SaleRuleFactory(ocop_set=SetFactory(set_number=14), mode=SaleMode.SHOW).ocop_set
        wine = ProductFactory(ocop_set=spirits, stocked=True)

        assert "120.000" not in page(client, wine.get_absolute_url())[1]

    @pytest.mark.parametrize("hidden", ["product", "producer"])
    def test_a_hidden_product_has_no_page(self, client, product, hidden):
        owner = product if hidden == "product" else product.producer
        owner.is_public = False
        owner.save()

        assert page(client, product.get_absolute_url())[0].status_code == 404

    def test_the_page_costs_the_same_few_queries_however_much_there_is(
        self, client, product, django_assert_max_num_queries
    ):
        CertificateFactory(product=product)
        for _ in range(12):
            neighbour = ProductFactory(ocop_set=product.ocop_set, producer=product.producer, stocked=True)
            CertificateFactory(product=neighbour)
        page(client, "/chu-the/")

        with django_assert_max_num_queries(12):
            page(client, product.get_absolute_url())


class TestReportedProduct:
    @pytest.fixture
    def reported(self):
        return ProductFactory(reported=True)

    def test_repeats_the_press_and_certifies_nothing(self, client, reported):
        response, html = page(client, reported.get_absolute_url())

        assert response.status_code == 200
        assert "https://example.vn/bao" in html
        assert "data-stars" not in html
        assert {data["@type"] for data in json_ld(html)} == {"BreadcrumbList"}
        assert "₫" not in html.split('<main id="main">')[1].split("</main>")[0]

    def test_its_producer_is_shown_as_unclaimed(self, client, reported):
        _response, html = page(client, reported.producer.get_absolute_url())

        assert reported.title in html
        assert "Bạn là chủ cơ sở này?" in html or "chủ" in html
        assert "data-stars" not in html


class TestProducers:
    def test_list_and_page_answer_in_both_languages(self, client, product):
        for prefix in ("/chu-the/", "/en/producers/"):
            response, html = page(client, prefix)
            assert response.status_code == 200
            assert product.producer.name in lxml.html.fromstring(html).text_content()
            assert page(client, f"{prefix}{product.producer.slug}/")[0].status_code == 200

    def test_a_producer_carries_no_star_of_its_own(self, client, product):
        CertificateFactory(product=product, stars=5)
        _response, html = page(client, "/chu-the/")

        assert "data-stars" not in html

    @pytest.mark.parametrize("number", ["999", "1000000000"])
    def test_a_page_past_the_end_is_not_found(self, client, product, number):
        assert page(client, f"/chu-the/?page={number}")[0].status_code == 404

    @pytest.mark.parametrize("number", ["0", "-1", "abc", "", "१", "9" * 5000])
    def test_what_is_no_page_number_is_the_first_page(self, client, product, number):
        response = client.get("/chu-the/", {"page": number})

        assert response.status_code == 200

    def test_a_hidden_producer_has_no_page(self, client):
        assert page(client, ProducerFactory(is_public=False).get_absolute_url())[0].status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_follows_the_next_change_of_stock_and_certificate(client, settings):
    settings.PUBLIC_PAGE_CACHE = False
    for_sale = SaleRuleFactory(ocop_set=SetFactory(set_number=7), mode=SaleMode.BUY).ocop_set
    product = ProductFactory(ocop_set=for_sale)
    stock = StockRecordFactory(product=product, num_in_stock=20)
    address = product.get_absolute_url()
    assert "Còn hàng" in page(client, address)[1]

    stock.allocate(16)
    assert "Chỉ còn 4" in page(client, address)[1]
    certificate = CertificateFactory(product=product, stars=4)
    assert 'data-stars="4"' in page(client, address)[1]
    certificate.revoked_on, certificate.revoked_reason = today(), "ngừng sản xuất"
    certificate.save()
    assert "data-stars" not in page(client, address)[1]


def test_a_producers_certified_products_come_first(client, for_sale):
    producer = ProducerFactory()
    plain = ProductFactory(producer=producer, ocop_set=for_sale, stocked=True)
    three, five, ended = ProductFactory.create_batch(3, producer=producer, ocop_set=for_sale)
    CertificateFactory(product=three, stars=3)
    CertificateFactory(product=five, stars=5)
    CertificateFactory(product=ended, stars=5, issued_on=today() - timedelta(days=2_000))

    tree = lxml.html.fromstring(client.get(producer.get_absolute_url()).content)
    shown = [int(re.search(r"-(\d+)/$", href)[1]) for href in tree.xpath("//article//h3/a/@href")]

    assert shown[:2] == [five.pk, three.pk]
    assert set(shown[2:]) == {plain.pk, ended.pk}
