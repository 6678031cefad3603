import pytest
from django.test import Client

from core.clock import today
from producers.models import Role, StockChange, StockRecord
from shop.office.queries.products import Shortage, products_of, read_along, shop_products, shortages
from tests.factories import (
    PackSizeFactory,
    ParentFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
    StockRecordFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stock(shop):
    SaleRuleFactory()
    return StockRecordFactory(product__producer=shop, price=120_000, num_in_stock=20)


@pytest.fixture
def url(shop):
    return f"/gian-hang/{shop.pk}/san-pham/"


def row(record, /, **changes):
    """Return what a browser sends of one row that shows the stored numbers, with `changes` typed in."""
    fields = {
        "price": "120.000",
        "stock": "20",
        "seen_price": "120000",
        "seen_stock": "20",
    } | changes
    return {f"row-{record.pk}-{name}": value for name, value in fields.items() if value is not None}


def numbers(stock):
    return StockRecord.objects.values_list("price", "num_in_stock").get(pk=stock.pk)


class TestSaving:
    @pytest.mark.parametrize("typed", ["125.000", "125000", "125k", " 125,000 ₫ ", "125 nghìn"])
    def test_a_price_as_people_write_it(self, client, url, stock, typed):
        response = client.post(url, row(stock, price=typed))

        assert (response.status_code, response.headers["Location"]) == (303, url)
        assert numbers(stock) == (125_000, 20)

    def test_several_rows_at_once(self, client, url, shop, stock):
        other = StockRecordFactory(product__producer=shop, num_in_stock=20)

        client.post(url, row(stock, stock="0") | row(other, stock="1.250", price="99k"))

        assert numbers(stock) == (120_000, 0)
        assert numbers(other) == (99_000, 1_250)
        assert StockChange.objects.count() == 3

    def test_says_how_much_was_changed(self, client, url, stock):
        assert (
            "Đã sửa 2 số"
            in client.post(url, row(stock, price="99k", stock="3"), follow=True).content.decode()
        )
        again = client.post(
            url, row(stock, price="99k", stock="3", seen_price="99000", seen_stock="3"), follow=True
        )
        assert "Không có gì thay đổi" in again.content.decode()

    def test_pack_sizes_have_rows_of_their_own(self, client, url, shop):
        parent = ParentFactory(producer=shop)
        small = StockRecordFactory(product=PackSizeFactory(parent=parent))
        large = StockRecordFactory(product=PackSizeFactory(parent=parent))

        client.post(url, row(small, stock="7"))

        assert (numbers(small)[1], numbers(large)[1]) == (7, 20)
        page = client.get(url).content.decode()
        assert all(f"row-{each.pk}-stock" in page for each in (small, large))


class TestBadInput:
    @pytest.mark.parametrize(
        "typed", ["", "-5", "0", "999", "1e9", "9" * 30, "1000000000", "abc", "12,5", "1.5k₫", "½", "١٢٠٠٠"]
    )
    def test_bad_prices_are_refused_with_words_and_kept(self, client, url, stock, typed):
        response = client.post(url, row(stock, price=typed, stock="15"))

        page = response.content.decode()
        assert response.status_code == 200
        assert f'href="#id_row-{stock.pk}-price"' in page
        assert f'aria-describedby="id_row-{stock.pk}-price_error"' in page
        assert not typed or f'value="{typed}"' in page
        assert 'value="15"' in page
        assert numbers(stock) == (120_000, 20)

    @pytest.mark.parametrize(
        "typed", ["", "-1", "1e9", "1000000", "9" * 15, "abc", "2,5", "12.34", "٣", "+4", "0x10"]
    )
    def test_bad_stocks_are_refused_with_words_and_kept(self, client, url, stock, typed):
        response = client.post(url, row(stock, stock=typed, price="99k"))

        page = response.content.decode()
        assert response.status_code == 200
        assert f'href="#id_row-{stock.pk}-stock"' in page
        assert not typed or f'value="{typed}"' in page
        assert 'value="99k"' in page
        assert numbers(stock) == (120_000, 20)

    @pytest.mark.parametrize("seen", [{"seen_stock": "x"}, {"seen_stock": None}, {"seen_price": "10**9"}])
    def test_a_form_that_no_page_made_changes_nothing(self, client, url, stock, seen):
        assert client.post(url, row(stock, stock="3", price="5k", **seen)).status_code == 200
        assert numbers(stock) == (120_000, 20)

    def test_an_empty_form_is_no_error(self, client, url, stock):
        assert client.post(url, {}).status_code == 303

    def test_zero_is_a_stock(self, client, url, stock):
        client.post(url, row(stock, stock="0"))
        assert numbers(stock)[1] == 0

    def test_a_size_may_wait_for_its_first_price(self, client, url, shop):
        stock = StockRecordFactory(product__producer=shop, price=None)

        client.post(url, row(stock, price="", seen_price="", stock="4"))

        assert numbers(stock) == (None, 4)

    def test_never_below_what_is_reserved(self, client, url, stock):
        stock.allocate(6)

        page = client.post(url, row(stock, stock="5")).content.decode()

        assert "6 gói đã giữ cho đơn hàng" in page
        assert numbers(stock)[1] == 20

    @pytest.mark.parametrize("record", ["999999999", "9" * 18])
    def test_rows_of_nobody_are_not_found(self, client, url, record):
        assert client.post(url, {f"row-{record}-stock": "1"}).status_code == 404

    def test_foreign_rows_are_not_found_and_nothing_is_written(self, client, url, stock):
        foreign = StockRecordFactory()

        response = client.post(url, row(stock, stock="1") | row(foreign, stock="1"))

        assert response.status_code == 404
        assert (numbers(stock)[1], numbers(foreign)[1]) == (20, 20)


class TestTwoTabs:
    def test_the_second_is_told_and_its_text_is_kept_and_then_counts(self, client, url, stock):
        client.post(url, row(stock, stock="31"))
        second = client.post(url, row(stock, stock="44", price="99k"))

        page = second.content.decode()
        assert "hiện là 31" in page
        assert 'value="44"' in page
        assert 'value="99k"' in page
        assert numbers(stock) == (120_000, 31)
        seen = {"seen_stock": "31"}
        assert f'name="row-{stock.pk}-seen_stock" value="31"' in page
        client.post(url, row(stock, stock="44", price="99k", **seen))
        assert numbers(stock) == (99_000, 44)

    def test_the_same_number_in_both_is_no_quarrel(self, client, url, stock):
        client.post(url, row(stock, stock="31"))

        assert client.post(url, row(stock, stock="31")).status_code == 303

    def test_unchanged_rows_do_not_quarrel(self, client, url, shop, stock):
        other = StockRecordFactory(product__producer=shop)
        client.post(url, row(stock, stock="31"))

        response = client.post(url, row(stock) | row(other, stock="2"))

        assert response.status_code == 303
        assert (numbers(stock)[1], numbers(other)[1]) == (31, 2)


class TestRoles:
    def test_sales_change_prices(self, as_role, url, stock):
        as_role(Role.SALES).post(url, row(stock, price="99k"))
        assert numbers(stock)[0] == 99_000

    def test_packers_count(self, as_role, url, stock):
        packer = as_role(Role.PACKER)

        response = packer.post(url, row(stock, stock="3", price=None, seen_price=None))

        assert response.status_code == 303
        assert numbers(stock)[1] == 3
        assert "-price" not in packer.get(url).content.decode()

    def test_packers_change_no_price(self, as_role, url, stock):
        response = as_role(Role.PACKER).post(url, row(stock, stock="3", price="99k"))

        assert response.status_code == 403
        assert "Giá do chủ gian hàng" in response.content.decode()
        assert numbers(stock) == (120_000, 20)

    def test_viewers_look(self, as_role, url, stock):
        viewer = as_role(Role.VIEWER)

        page = viewer.get(url).content.decode()
        assert "120.000" in page
        assert 'name="row-' not in page
        assert viewer.post(url, row(stock, stock="3")).status_code == 403
        assert numbers(stock)[1] == 20


class TestExpiredSession:
    def test_a_form_sent_after_it_leads_to_the_log_in_and_writes_nothing(self, client, url, stock):
        client.session.flush()

        response = client.post(url, row(stock, stock="3"))

        assert response.status_code == 302
        assert f"next={url}" in response.headers["Location"]
        assert numbers(stock)[1] == 20

    def test_a_form_without_the_token_is_refused(self, owner, url, stock):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(owner.user)

        assert browser.post(url, row(stock, stock="3")).status_code == 403
        assert numbers(stock)[1] == 20


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
    client.post(url, row(stock, price="99k"))
    change = StockChange.objects.get()
    change.changed_by.full_name = "Điểu Thị Hương"
    change.changed_by.save()

    page = as_role(Role.VIEWER).get(f"/gian-hang/{shop.pk}/lich-su/").content.decode()

    assert "Điểu Thị Hương" in page
    assert "120.000" in page
    assert "99.000" in page
    foreign = StockRecordFactory().partner
    StockChange.objects.create(
        stock_record=foreign.stockrecords.get(), kind="stock", before=20, after=777_123
    )
    assert "777123" not in as_role(Role.VIEWER).get(f"/gian-hang/{shop.pk}/lich-su/").content.decode()


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
