"""The list of products in the office: filters, history, and labels that lack something."""

import pytest

from core.clock import today
from producers.models import Role, StockChange
from shop.office.queries.products import Shortage, products_of, read_along, shop_products, shortages
from tests.factories import ProductFactory, SaleRuleFactory, SetFactory, StockRecordFactory
from tests.shop.office.rows import row

pytestmark = pytest.mark.django_db


class TestTheList:
    def test_narrowed_to_what_falls_short(self, client, url, shop, stock):
        titles = {"low": "Sắp cạn", "sold-out": "Cạn rồi", "unpriced": "Không giá"}
        ocop_set = stock.product.ocop_set
        for (kind, title), numbers_ in zip(
            titles.items(), ({"num_in_stock": 3}, {"num_in_stock": 0}, {"price": None}), strict=True
        ):
            StockRecordFactory(
                product=ProductFactory(producer=shop, title_vi=title, ocop_set=ocop_set), **numbers_
            )
            page = client.get(url, {"show": kind}).content.decode()
            assert title in page
            assert stock.product.title_vi not in page
        found = shop_products(read_along(products_of(shop, None, today())), today())
        for shortage in Shortage:
            asked = set(shortages(shop, shortage, today()).values_list("pk", flat=True))
            seen = {
                line.record_id for product in found for line in product.lines if line.shortage == shortage
            }
            assert asked == seen

    def test_what_may_not_be_sold_never_falls_short(self, client, url, shop):
        alcohol = SetFactory(set_number=15)
        SaleRuleFactory(ocop_set=alcohol, mode="show")
        product = ProductFactory(producer=shop, ocop_set=alcohol, title_vi="Rượu cần")
        StockRecordFactory(product=product, num_in_stock=0)

        assert "Rượu cần" not in client.get(url, {"show": "sold-out"}).content.decode()
        assert "Chỉ trưng bày" in client.get(url).content.decode()

    def test_hidden_products_are_told_so(self, client, url, shop, stock):
        type(stock.product).objects.filter(pk=stock.product_id).update(is_public=False)

        assert "Đang ẩn với khách" in client.get(url).content.decode()

    @pytest.mark.parametrize("query", ["show=khong", "page=x", "page=0", "page=-1", "show=%00"])
    def test_bad_parameters_show_the_whole_list(self, client, url, stock, query):
        response = client.get(f"{url}?{query}")

        assert response.status_code == 200
        assert stock.product.title_vi in response.content.decode()

    def test_past_the_end_is_not_found(self, client, url, stock):
        assert client.get(f"{url}?page=2").status_code == 404

    def test_press_reported_products_are_not_its_business(self, client, url, shop):
        product = ProductFactory(reported=True, producer=shop, title_vi="Báo nói")

        assert product.title_vi not in client.get(url).content.decode()


def test_history_tells_who_changed_what(client, as_role, url, shop, stock):
    client.post(url, row(stock, price="99k", stock="1250"))
    change = StockChange.objects.first()
    change.changed_by.full_name = "Điểu Thị Hương"
    change.changed_by.save()

    page = as_role(Role.VIEWER).get(f"/gian-hang/{shop.pk}/lich-su/").content.decode()

    assert "Điểu Thị Hương" in page
    assert "120.000" in page
    assert "99.000" in page
    assert "<strong>1.250</strong>" in page
    foreign = StockRecordFactory().partner
    StockChange.objects.create(
        stock_record=foreign.stockrecords.get(), kind="stock", before=20, after=777_123
    )
    assert "777.123" not in as_role(Role.VIEWER).get(f"/gian-hang/{shop.pk}/lich-su/").content.decode()


class TestLabels:
    """What the law asks of a label decides before price and stock do."""

    def test_an_incomplete_label_is_told_with_what_is_missing(self, client, url, shop):
        SaleRuleFactory()
        product = ProductFactory(producer=shop, published=False, title_vi="Thiếu nhãn")
        StockRecordFactory(product=product, num_in_stock=0)

        page = client.get(url).content.decode()
        assert "nhãn chưa đủ" in page
        assert "Còn thiếu:" in page
        assert "Thiếu nhãn" not in client.get(url, {"show": "sold-out"}).content.decode()
        overview = client.get(f"/gian-hang/{shop.pk}/").content.decode()
        assert "1 sản phẩm chưa bán được" in overview
