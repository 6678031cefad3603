"""Being on sale: the gate before it, and what ends it."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from catalogue.errors import IncompleteLabel, NotSoldHere
from catalogue.models import LabelContents, LabelRule, Product, SaleMode
from catalogue.passport.completeness import NO_END, missing_for_sale
from catalogue.passport.selling import publish_for_sale, settle_sale, take_off_sale
from core.clock import today
from producers.models import ExemptionGround
from tests.factories import (
    LabelContentsFactory,
    PackSizeFactory,
    ParentFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def for_sale():
    return SaleRuleFactory(ocop_set=SetFactory(set_number=7), mode=SaleMode.BUY).ocop_set


class TestBeingOnSale:
    def test_no_list_of_the_law_is_no_permission(self, for_sale):
        LabelRule.objects.all().delete()
        product = ProductFactory(ocop_set=for_sale, published=False)

        with pytest.raises(IncompleteLabel, match="Chưa ghi luật"):
            publish_for_sale(product_id=product.pk)

    def test_says_all_that_is_missing_at_once(self, for_sale):
        product = ProductFactory(ocop_set=for_sale, published=False)

        with pytest.raises(IncompleteLabel) as refusal:
            publish_for_sale(product_id=product.pk)

        for words in ("Tên trên nhãn", "Địa chỉ bên chịu trách nhiệm", "Xuất xứ"):
            assert words in str(refusal.value)

    def test_english_alone_is_not_enough(self, for_sale):
        product = ProductFactory(ocop_set=for_sale, published=False)
        LabelContentsFactory(product=product, origin_vi="", origin_en="Viet Nam")

        assert [each.field for each in missing_for_sale(product, today())] == ["origin"]

    def test_blanks_are_nothing(self, for_sale):
        product = ProductFactory(ocop_set=for_sale, published=False)
        LabelContentsFactory(product=product, name_vi=" \n\t ")

        assert [each.field for each in missing_for_sale(product, today())] == ["name"]

    @pytest.mark.parametrize("nothing", ["-", "…", "\u200b", "\u2060\u00ad", "\u3164", "\u2800"])
    def test_a_dash_or_what_nobody_sees_is_nothing(self, for_sale, nothing):
        product = ProductFactory(ocop_set=for_sale, published=False)
        LabelContentsFactory(product=product, origin_vi=nothing)

        assert [each.field for each in missing_for_sale(product, today())] == ["origin"]
        with pytest.raises(IncompleteLabel):
            publish_for_sale(product_id=product.pk)

    def test_what_is_not_published_can_be_neither_bought_nor_priced(self, client, for_sale):
        product = ProductFactory(ocop_set=for_sale, stocked=True)
        assert product.is_for_sale_on(today())
        assert "120.000" in client.get(product.get_absolute_url()).content.decode()

        take_off_sale(product_id=product.pk)

        for cache in caches.all():
            cache.clear()
        product = Product.objects.get(pk=product.pk)
        html = client.get(product.get_absolute_url()).content.decode()
        assert not product.is_for_sale_on(today())
        assert product.sale_mode_on(today()) == SaleMode.SHOW
        assert "120.000" not in html
        assert "Hiện chưa bán" in html
        assert "120.000" not in client.get("/san-pham/").content.decode()

    def test_a_label_on_sale_cannot_be_emptied_by_a_form(self, for_sale):
        label = ProductFactory(ocop_set=for_sale).label
        label.origin_vi = ""

        with pytest.raises(ValidationError, match="đang bán mà thiếu: Xuất xứ"):
            label.full_clean()

    def test_a_product_on_sale_keeps_its_net_quantity(self, for_sale):
        product = ProductFactory(ocop_set=for_sale)
        product.net_quantity, product.net_unit = None, ""

        with pytest.raises(ValidationError, match=r"Khối lượng|Định lượng"):
            product.clean()

    def test_what_gets_past_the_forms_is_taken_off_sale_and_comes_back_complete(self, for_sale):
        product = ProductFactory(ocop_set=for_sale, stocked=True)
        label = product.label
        label.origin_vi = ""
        label.save()
        assert not Product.objects.get(pk=product.pk).is_for_sale_on(today())

        label.origin_vi = "Việt Nam"
        label.save()
        assert Product.objects.get(pk=product.pk).is_for_sale_on(today())

        label.delete()
        assert not Product.objects.get(pk=product.pk).is_for_sale_on(today())

    def test_a_law_to_come_ends_the_sale_on_its_day(self, for_sale):
        product = ProductFactory(ocop_set=for_sale, stocked=True)
        begins = today() + timedelta(days=40)
        LabelContents.objects.update(nutrition_vi="", nutrition_en="")

        LabelRule.objects.create(
            ocop_set=for_sale, field="nutrition", level="required", valid_from=begins,
            law="Thông tư thử", source_url="https://example.vn", evidence="read",
        )  # fmt: skip

        product = Product.objects.get(pk=product.pk)
        assert product.for_sale_until == begins - timedelta(days=1)
        assert product.is_for_sale_on(begins - timedelta(days=1))
        assert not product.is_for_sale_on(begins)
        product.label.nutrition_vi = "Năng lượng 570 kcal/100 g"
        product.label.save()
        assert Product.objects.get(pk=product.pk).for_sale_until == NO_END

    def test_a_ground_of_exemption_holds_as_long_as_the_law_knows_it(self, for_sale):
        LabelRule.objects.create(
            ocop_set=for_sale, field="declaration_number", level="required", valid_from=date(2018, 2, 2),
            law="Nghị định thử", article="Điều 4", source_url="https://example.vn", evidence="read",
        )  # fmt: skip
        ground = ExemptionGround.objects.create(
            code="thu", kind="self_declaration", words="Không chế biến", law="Nghị định thử",
            article="Điều 4",
            source_url="https://example.vn", valid_from=date(2018, 2, 2),
        )  # fmt: skip
        product = ProductFactory(ocop_set=for_sale, published=False)
        LabelContentsFactory(product=product, declaration_number="", declaration_exemption=ground)
        assert publish_for_sale(product_id=product.pk).for_sale_until == NO_END

        ground.valid_to = today() + timedelta(days=9)
        ground.save()

        assert Product.objects.get(pk=product.pk).for_sale_until == ground.valid_to

    def test_pack_sizes_need_a_quantity_each(self, for_sale):
        parent = ParentFactory(ocop_set=for_sale, published=False)
        LabelContentsFactory(product=parent)
        assert [str(each.words) for each in missing_for_sale(parent, today())] == [
            "Một quy cách hiện cho khách"
        ]
        PackSizeFactory(parent=parent, net_quantity=500)
        bad = PackSizeFactory(parent=parent, net_quantity=None, net_unit="", pack_label_vi="Túi lạ")

        with pytest.raises(IncompleteLabel, match="Túi lạ"):
            publish_for_sale(product_id=parent.pk)

        bad.net_quantity, bad.net_unit = 900, "g"
        bad.save()
        publish_for_sale(product_id=parent.pk)
        assert Product.objects.filter(parent=parent, for_sale_until=NO_END).count() == 2

    def test_a_later_size_without_quantity_is_refused_and_never_on_sale(self, for_sale):
        parent = ParentFactory(ocop_set=for_sale)
        good = PackSizeFactory(parent=parent)
        late = Product(
            structure=Product.CHILD, parent=parent, title_vi="", pack_label_vi="Túi vội", is_public=True
        )
        with pytest.raises(ValidationError, match="Túi vội"):
            late.clean()

        late.save()

        assert Product.objects.get(pk=good.pk).is_published_on(today())
        assert not Product.objects.get(pk=late.pk).is_published_on(today())
        assert Product.objects.get(pk=parent.pk).is_published_on(today())

    def test_a_stale_product_does_not_put_itself_back_on_sale(self, for_sale):
        stale = ProductFactory(ocop_set=for_sale)
        take_off_sale(product_id=stale.pk)

        stale.title_vi = "Tên mới"
        stale.save()

        assert not Product.objects.get(pk=stale.pk).is_published_on(today())

    def test_a_product_of_the_press_is_not_offered(self, for_sale):
        reported = ProductFactory(ocop_set=for_sale, reported=True)

        with pytest.raises(NotSoldHere):
            publish_for_sale(product_id=reported.pk)

    def test_the_database_wants_publishing_before_sale(self, for_sale):
        product = ProductFactory(ocop_set=for_sale, published=False)

        with pytest.raises(DatabaseError), transaction.atomic():
            Product.objects.filter(pk=product.pk).update(for_sale_until=NO_END)

    def test_settling_costs_no_query_a_product(self, for_sale, django_assert_num_queries):
        ProductFactory.create_batch(3, ocop_set=for_sale)
        with django_assert_num_queries(6):  # two for the savepoint, one for the lock
            settle_sale(None, today())
        ProductFactory.create_batch(6, ocop_set=for_sale)

        with django_assert_num_queries(6):
            assert settle_sale(None, today()) == 0


def test_each_change_of_a_label_is_a_version_in_the_history(for_sale):
    label = ProductFactory(ocop_set=for_sale).label
    label.ingredients_vi, label.ingredients_en = "Hạt điều 99 %, muối 1 %", "Cashews 99 %, salt 1 %"
    label.save()

    versions = list(
        label.history.order_by("version").values_list("version", "ingredients_vi", "ingredients_en")
    )

    assert versions == [
        (1, "Hạt điều 98 %, muối 2 %", "Cashews 98 %, salt 2 %"),
        (2, "Hạt điều 99 %, muối 1 %", "Cashews 99 %, salt 1 %"),
    ]
