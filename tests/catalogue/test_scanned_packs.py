"""The pages behind a pack's QR: the item, its lots, and what is called back."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils.translation import override

from core.clock import today
from core.gs1 import shown_gtin
from tests.catalogue.reading import GTIN, json_ld, read
from tests.factories import (
    LotEventFactory,
    LotFactory,
    PackSizeFactory,
    ParentFactory,
    gtin,
)

pytestmark = pytest.mark.django_db


class TestScannedPack:
    def test_opens_in_vietnamese_with_an_english_switch(self, client, product):
        html = read(client, f"/01/{GTIN}/")

        assert '<html lang="vi">' in html
        assert f'href="/en/01/{GTIN}/"' in html
        assert "Hạt điều 98 %, muối 2 %" in html
        assert "Cashews 98 %, salt 2 %" in read(client, f"/en/01/{GTIN}/")

    def test_answers_with_and_without_slash_and_with_a_serial_number(self, client, product):
        lot = LotFactory(product=product, code="AB-12")
        pages = {
            read(client, f"/01/{GTIN}/10/AB-12{tail}")
            for tail in ("", "/", "/21/0007", "/21/0007/", "/21/x%2Fy")
        }

        assert len(pages) == 1
        assert lot.code in pages.pop()
        assert (
            read(client, f"/01/{GTIN}/21/0007") == read(client, f"/01/{GTIN}") == read(client, f"/01/{GTIN}/")
        )

    def test_serial_numbers_fill_no_cache(self, client, product):
        assert client.get(f"/01/{GTIN}/21/0007")["Cache-Control"] == "no-store"
        assert "max-age" in client.get(f"/01/{GTIN}/")["Cache-Control"]

    @pytest.mark.parametrize("form", [GTIN[1:], GTIN.lstrip("0")])
    def test_a_shorter_gtin_leads_to_the_long_one(self, client, product, form):
        LotFactory(product=product, code="A/B%1")
        response = client.get(f"/01/{form}/10/{quote('A/B%1', safe='')}")

        assert response.status_code == 301
        assert read(client, response["Location"])

    @pytest.mark.parametrize("code", ["A/B", "A%2F", "A/21/B", "!\"%&'()*+,-.:;<=>?", "1" * 20, "a", "A"])
    def test_every_code_that_gs1_allows_has_its_page(self, client, product, code):
        lot = LotFactory(product=product, code=code)

        html = read(client, lot.get_absolute_url())

        assert "<script>" not in html
        assert read(client, lot.digital_link.split("/01/")[1].join(["/01/", ""])) == html

    @pytest.mark.parametrize("asked", ["1234", "4006381333932", "x", "12345678901234567890", "%F0%9F%8C%B0"])
    def test_a_wrong_barcode_is_not_found_with_words(self, client, product, asked):
        html = read(client, f"/01/{asked}/", status=404)

        assert "mã vạch" in html
        assert "/san-pham/" in html

    def test_an_unknown_barcode_is_not_found(self, client, product):
        assert shown_gtin(gtin(9)) in read(client, f"/01/{gtin(9)}/", status=404)

    @pytest.mark.parametrize("rest", ["99/1", "10", "10/", "21/", "10/A/22/", "<b>"])
    def test_what_is_no_digital_link_is_not_found(self, client, product, rest):
        read(client, f"/01/{GTIN}/{rest}", status=404)

    @pytest.mark.parametrize("code", ["L404", "lô", "%3Cscript%3E", "A%20B", "x" * 400])
    def test_an_unknown_lot_is_not_found_and_names_the_product(self, client, product, code):
        html = read(client, f"/01/{GTIN}/10/{code}/", status=404)

        assert "chưa được ghi ở đây" in html
        assert product.get_absolute_url() in html
        assert "<script>" not in html

    def test_the_typed_code_leads_to_the_lot(self, client, product):
        lot = LotFactory(product=product, code="A/B")

        response = client.get(f"/01/{GTIN}/", {"lot": " A/B "})

        assert (response.status_code, response["Location"]) == (302, lot.get_absolute_url())
        assert "chưa được ghi" in read(client, f"/01/{GTIN}/?lot=l%C3%B4", status=404)

    def test_a_hidden_producer_shows_nothing(self, client, product):
        lot = LotFactory(product=product)
        product.producer.is_public = False
        product.producer.save()

        read(client, f"/01/{GTIN}/", status=404)
        read(client, lot.get_absolute_url(), status=404)

    def test_of_a_pack_size_shows_that_size(self, client, for_sale):
        parent = ParentFactory(ocop_set=for_sale)
        PackSizeFactory(parent=parent, net_quantity=250)
        PackSizeFactory(parent=parent, net_quantity=1000, upc=GTIN, pack_label_vi="Túi một ký")

        html = read(client, f"/01/{GTIN}/")

        assert "Túi một ký" in html
        assert "1 kg" in html
        assert "250 g" not in html

    def test_tells_machines_barcode_lot_and_content(self, client, product):
        lot = LotFactory(product=product, code="AB1")
        data = json_ld(read(client, lot.get_absolute_url()))[0]

        assert data["gtin14"] == GTIN
        assert data["weight"] == {"@type": "QuantitativeValue", "value": 500, "unitCode": "GRM"}
        assert data["productionDate"] == lot.made_on.isoformat()
        assert data["hasGS1DigitalLink"].endswith(f"/01/{GTIN}/10/AB1")
        assert "offers" not in data

    def test_a_change_shows_at_once(self, client, product, django_capture_on_commit_callbacks):
        lot = LotFactory(product=product)
        before = client.get(lot.get_absolute_url())

        with django_capture_on_commit_callbacks(execute=True):
            LotEventFactory(lot=lot, words_vi="Thử độ ẩm 4,1 %")

        after = client.get(lot.get_absolute_url())
        assert "Thử độ ẩm 4,1 %" in after.content.decode()
        assert before["ETag"] != after["ETag"]

    def test_costs_few_queries_however_many_lots(self, client, product, django_assert_max_num_queries):
        for _ in range(15):
            LotEventFactory(lot__product=product)

        with django_assert_max_num_queries(15):
            client.get(f"/01/{GTIN}/")


class TestRecall:
    def test_stands_in_red_on_top_of_the_lot_and_on_the_product(self, client, product):
        lot = LotFactory(product=product, code="R1", recalled=True)
        LotFactory(product=product, code="R2")

        page = read(client, lot.get_absolute_url())
        assert page.index('class="recall"') < page.index("<h1>")
        assert "Không ăn, gửi trả người bán." in page
        assert "Lẫn vỏ lụa" in page
        with override("en"):
            assert "Do not eat it" in read(client, lot.get_absolute_url())

        shop = read(client, product.get_absolute_url())
        assert shop.index('class="recall"') < shop.index("<h1>")
        assert lot.get_absolute_url() in shop
        assert 'class="recall"' in read(client, f"/01/{GTIN}/10/R2/")

    def test_of_another_size_is_told_too(self, client, for_sale):
        parent = ParentFactory(ocop_set=for_sale)
        first, second = (PackSizeFactory(parent=parent, upc=gtin(number)) for number in (31, 32))
        LotFactory(product=second, recalled=True)

        assert 'class="recall"' in read(client, f"{parent.get_absolute_url()}?quy-cach={first.pk}")

    def test_is_forgotten_a_year_past_the_last_day(self, client, product):
        LotFactory(
            product=product, recalled=True, made_on=today() - timedelta(days=900),
            best_before=today() - timedelta(days=400), recalled_on=today() - timedelta(days=800),
        )  # fmt: skip

        assert 'class="recall"' not in read(client, product.get_absolute_url())

    def test_no_recall_no_box(self, client, product):
        LotFactory(product=product)

        assert 'class="recall"' not in read(client, product.get_absolute_url())
