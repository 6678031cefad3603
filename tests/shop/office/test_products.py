"""Prices and stock in the office: saved row by row, refused with words, by the roles that may."""

import pytest
from django.test import Client

from producers.models import Role, StockChange
from tests.factories import PackSizeFactory, ParentFactory, StockRecordFactory
from tests.shop.office.rows import numbers, row

pytestmark = pytest.mark.django_db


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
