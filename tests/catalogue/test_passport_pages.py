"""The passport as visitors meet it: barcodes, lots and papers, on the pages of product and producer."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import ProtectedError

from catalogue.models import LabelRule, Lot, Product, ProductPaper
from core.clock import today
from core.gs1 import shown_gtin
from producers.models import ExemptionGround, Paper, PaperKind
from tests.catalogue.reading import GTIN, json_ld, read
from tests.factories import (
    CertificateFactory,
    LabelContentsFactory,
    LotEventFactory,
    LotFactory,
    PaperFactory,
    ParentFactory,
    ProducerFactory,
    ProductFactory,
    SetFactory,
)

pytestmark = pytest.mark.django_db


class TestBarcodes:
    @pytest.mark.parametrize("typed", ["4006381333931", "4006381-333931", "04006381333931"])
    def test_are_kept_with_14_digits(self, product, typed):
        product.upc = typed
        product.save()

        assert Product.objects.get(pk=product.pk).upc == "04006381333931"

    @pytest.mark.parametrize("typed", ["4006381333932", "12345", "abcdefgh", "<script>"])
    def test_are_refused_with_words_where_wrong(self, product, typed):
        product.upc = typed

        with pytest.raises(Exception, match="không phải mã vạch"):
            product.full_clean()

    @pytest.mark.parametrize("stored", ["4006381333931", "04006381333932", "0400638133393A"])
    def test_are_refused_by_the_database_too(self, product, stored):
        with pytest.raises(DatabaseError), transaction.atomic():
            Product.objects.filter(pk=product.pk).update(upc=stored)

    def test_belong_to_one_product(self, product, for_sale):
        with pytest.raises(IntegrityError), transaction.atomic():
            ProductFactory(ocop_set=for_sale, upc=shown_gtin(GTIN))


class TestLots:
    def test_best_before_does_not_come_before_making(self, product):
        with pytest.raises(IntegrityError), transaction.atomic():
            LotFactory(product=product, best_before=today() - timedelta(days=11))

    def test_a_recall_needs_reason_and_advice(self, product):
        for words in ({"recall_reason_vi": ""}, {"recall_advice_vi": ""}, {"recall_advice_vi": None}):
            with pytest.raises(IntegrityError), transaction.atomic():
                LotFactory(product=product, recalled=True, **words)

    def test_belong_to_what_is_sold(self, for_sale):
        with pytest.raises(DatabaseError), transaction.atomic():
            LotFactory(product=ParentFactory(ocop_set=for_sale))

    def test_one_code_once_a_product(self, product):
        LotFactory(product=product, code="A1")

        with pytest.raises(IntegrityError), transaction.atomic():
            LotFactory(product=product, code="A1")

    @pytest.mark.parametrize("code", ["lô 1", "A B", "..", "/A", "x" * 21])
    def test_odd_codes_are_refused_with_words(self, product, code):
        lot = LotFactory.build(product=product, code=code)

        with pytest.raises(Exception, match="Mã lô"):
            lot.clean_fields()

    def test_what_was_traced_stays(self, product):
        event = LotEventFactory(lot__product=product)

        with pytest.raises(ProtectedError):
            event.lot.delete()


class TestPassportOnTheProduct:
    def test_shows_the_label_and_says_what_is_not_given(self, client, for_sale):
        product = ProductFactory(ocop_set=for_sale, published=False)
        empty = read(client, product.get_absolute_url())
        LabelContentsFactory(product=product, ingredients_vi="Nhân điều 100 %")

        full = read(client, product.get_absolute_url())

        assert empty.count("key-value__missing") > full.count("key-value__missing")
        assert "Nhân điều 100 %" in full
        assert "bản 1, " in full

    def test_a_visit_has_neither_barcode_nor_quantity_nor_lots(self, client):
        visit = ProductFactory(ocop_set=SetFactory(set_number=26), net_quantity=1, net_unit="piece")
        LabelRule.objects.filter(ocop_set=visit.ocop_set, field="net_quantity").delete()
        html = read(client, visit.get_absolute_url())

        assert "Gồm những gì" in html
        for words in ("Mã vạch", "1 cái", "Truy xuất lô"):
            assert words not in html

    def test_shows_a_lot_with_its_steps(self, client, product):
        event = LotEventFactory(lot=LotFactory(product=product, code="AB1"))
        html = read(client, product.get_absolute_url())

        assert "Đóng gói: Đóng gói hút chân không" in html
        assert event.lot.get_absolute_url() in html

    def test_a_demo_product_tells_machines_its_barcode_but_no_offer(self, client, for_sale):
        demo = ProductFactory(ocop_set=for_sale, stocked=True, is_demo=True, upc=GTIN)
        CertificateFactory(product=demo, is_demo=True)
        data = json_ld(read(client, demo.get_absolute_url()))[0]

        assert data["gtin14"] == GTIN
        assert not {"offers", "hasCertification"} & set(data)

    def test_costs_at_most_twelve_queries(self, client, product, django_assert_max_num_queries):
        LotEventFactory(lot=LotFactory(product=product))
        LotFactory(product=product, recalled=True)
        ProductPaper.objects.create(product=product, paper=PaperFactory(producer=product.producer))
        from catalogue.views.product import shown_product  # noqa: PLC0415

        with django_assert_max_num_queries(12):
            shown_product(product.pk, "", today())


class TestPapers:
    def test_states_follow_the_day(self):
        day = today()
        paper = PaperFactory.build(
            issued_on=day, valid_until=day + timedelta(days=100), producer=ProducerFactory.build()
        )

        assert [paper.state_on(day + timedelta(days=n)) for n in (-1, 0, 10, 11, 100, 101)] == [
            "upcoming", "valid", "valid", "expiring", "expiring", "expired"
        ]  # fmt: skip

    def test_need_a_number_or_a_ground(self, product):
        with pytest.raises(IntegrityError), transaction.atomic():
            PaperFactory(number="")
        with pytest.raises(IntegrityError), transaction.atomic():
            PaperFactory(valid_until=today() - timedelta(days=999))

        Paper.objects.create(producer=product.producer, kind=PaperKind.FOOD_SAFETY, exemption=self._ground())

    def test_a_ground_of_another_kind_is_refused(self, product):
        paper = Paper(producer=product.producer, kind=PaperKind.HACCP, exemption=self._ground())

        with pytest.raises(Exception, match="loại giấy khác"):
            paper.full_clean()

    def test_the_paper_of_another_producer_is_refused_by_the_database(self, product):
        with pytest.raises(DatabaseError), transaction.atomic():
            ProductPaper.objects.create(product=product, paper=PaperFactory())

    def test_stand_on_product_and_producer_with_number_issuer_and_days(self, client, product, for_sale):
        house = PaperFactory(producer=product.producer, number="0001/ATTP-THU")
        own = PaperFactory(producer=product.producer, kind=PaperKind.TEST_REPORT, number="0002/KN-THU")
        other = PaperFactory(producer=product.producer, kind=PaperKind.TEST_REPORT, number="0003/KN-THU")
        ProductPaper.objects.create(product=product, paper=own)
        ProductPaper.objects.create(
            product=ProductFactory(ocop_set=for_sale, producer=product.producer), paper=other
        )

        shop = read(client, product.get_absolute_url())
        assert house.number in shop
        assert own.number in shop
        assert other.number not in shop
        table = read(client, product.producer.get_absolute_url())
        for paper in (house, own, other):
            assert paper.number in table
        assert "Chi cục thử" in table

    def test_only_a_public_copy_can_be_fetched_and_only_at_its_address(self, client, product):
        paper = PaperFactory(producer=product.producer)
        paper.file.save("giay.pdf", ContentFile(b"%PDF-1.4 thu"))
        try:
            assert client.get(paper.get_absolute_url()).status_code == 404
            assert "See the paper" not in read(client, product.get_absolute_url())
            paper.file_is_public = True
            paper.save()

            response = client.get(paper.get_absolute_url())
            assert b"".join(response.streaming_content) == b"%PDF-1.4 thu"
            assert response["X-Content-Type-Options"] == "nosniff"
            assert paper.get_absolute_url() in read(client, product.get_absolute_url())
            stranger = ProducerFactory()
            foreign = paper.get_absolute_url().replace(product.producer.slug, stranger.slug)
            assert client.get(foreign).status_code == 404
            assert client.get(f"/media/{paper.file.name}").status_code == 404
        finally:
            storages["private"].delete(paper.file.name)

    def test_a_public_paper_has_a_file(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            PaperFactory(file_is_public=True)

    @staticmethod
    def _ground():
        return ExemptionGround.objects.create(
            code="nho-le", kind="food_safety", words_vi="Sản xuất ban đầu nhỏ lẻ", words_en="Small producer",
            law="Nghị định 15/2018/NĐ-CP", article="Điều 12", source_url="https://example.vn",
            valid_from=today() - timedelta(days=900),
        )  # fmt: skip


def test_history_keeps_what_a_lot_said(product):
    lot = LotFactory(product=product)
    lot.best_before += timedelta(days=30)
    lot.save()

    assert lot.history.count() == 2
    assert Lot.objects.get(pk=lot.pk).history.last().best_before == lot.best_before - timedelta(days=30)
