"""Putting a product into the basket, and what cannot be put there."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.models import Session
from catalogue.models import SaleMode
from shop.basket.models import MOST_PER_LINE, Basket
from tests.factories import (
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
)
from tests.shop.basket.conftest import add, held, page

BAD_QUANTITIES = [
    "",
    " ",
    "0",
    "-1",
    "-0",
    "1e9",
    "1000000000",
    "99999999999999999999",
    "hai",
    "1.5",
    "1,5",
    "1.000",
    "+1",
    "٣",
    "0x1",
    "10000",
]


def test_a_product_goes_into_a_new_basket_and_the_basket_is_shown(client, product_with):
    product = product_with(title_vi="Hạt điều rang muối")

    response = add(client, product, 3)

    assert response.status_code == 303
    assert response.url == "/gio-hang/"
    assert held() == [(product.pk, 3)]
    html = page(client)
    assert "Đã thêm vào giỏ: Hạt điều rang muối." in html
    assert "360.000\u00a0₫" in html


def test_the_same_product_sums_up_on_one_line(client, product_with):
    product = product_with()

    add(client, product, 2)
    add(client, product, 3)

    assert held() == [(product.pk, 5)]


def test_a_pack_size_goes_in_by_its_own_number(client, pack_with):
    size = pack_with(pack_label_vi="Túi 250 g")

    add(client, size, 2)

    assert held() == [(size.pk, 2)]
    assert "Túi 250 g" in page(client)


def test_more_than_are_left_is_lowered_and_said(client, product_with):
    product = product_with(stock=3, title_vi="Mật ong rừng")

    add(client, product, 50)

    assert held() == [(product.pk, 3)]
    assert "Mật ong rừng: chỉ còn 3, nên số lượng là 3." in page(client)


def test_packs_reserved_by_orders_are_not_left(client, product_with):
    product = product_with(stock=5)
    product.stockrecords.get().allocate(4)

    add(client, product, 3)

    assert held() == [(product.pk, 1)]


@pytest.mark.parametrize("quantity", BAD_QUANTITIES, ids=repr)
def test_a_bad_quantity_is_said_on_a_private_page(client, product_with, quantity):
    product = product_with()
    add(client, product, 2)

    response = add(client, product, quantity)

    html = response.content.decode()
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert f"Nhập số nguyên từ 1 đến {MOST_PER_LINE}." in html
    assert "csrfmiddlewaretoken" in html
    assert held() == [(product.pk, 2)]


def test_a_missing_quantity_is_said_too(client, product_with):
    response = client.post(reverse("basket:add", args=[product_with().pk]))

    assert f"Nhập số nguyên từ 1 đến {MOST_PER_LINE}." in response.content.decode()


def test_what_was_typed_is_kept(client, product_with):
    html = add(client, product_with(), "hai hộp", buy_now="1").content.decode()

    assert re.search(r'<input type="text"[^>]*value="hai hộp"', html)
    assert 'name="buy_now" value="1"' in html


def test_a_set_with_a_statement_of_age_can_be_bought_and_says_so(client, db):
    rule = SaleRuleFactory(ocop_set=SetFactory(set_number=14), mode=SaleMode.BUY_AGE)
    product = ProductFactory(ocop_set=rule.ocop_set, stocked=True)

    add(client, product)

    html = page(client)
    assert "18 tuổi" in html
    assert "không trả khi nhận" in html


def test_a_link_adds_nothing(client, product_with):
    product = product_with()

    response = client.get(reverse("basket:add", args=[product.pk]))

    assert response.url == product.get_absolute_url()
    assert not Basket.objects.exists()


def test_buy_now_leads_on_to_the_checkout_once_there_is_one(client, product_with, monkeypatch):
    monkeypatch.setattr("shop.basket.views.checkout_url", lambda: "/dat-hang/")

    assert add(client, product_with(), buy_now="1").url == "/dat-hang/"


def test_english_addresses_speak_english(client, product_with):
    product = product_with(stock=3, title_en="Wild honey")

    response = client.post(f"/en/basket/add/{product.pk}/", {"quantity": 4})

    assert response.url == "/en/basket/"
    assert "Wild honey: only 3 left, so the quantity is 3." in client.get("/en/basket/").content.decode()


def test_the_cookie_of_a_guest(client, product_with, settings):
    settings.OSCAR_BASKET_COOKIE_SECURE = True

    response = add(client, product_with())

    cookie = response.cookies[settings.OSCAR_BASKET_COOKIE_OPEN]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert cookie["max-age"] == 30 * 86_400
    count = response.cookies["basket_count"]
    assert (count.value, count["httponly"], count["secure"]) == ("1", "", True)


def test_production_sends_the_cookie_over_https_only():
    from config.settings import base  # noqa: PLC0415

    source = (base.ROOT / "site/config/settings/production.py").read_text()

    assert "OSCAR_BASKET_COOKIE_SECURE = True" in source


@pytest.mark.parametrize("value", ["1", "1:forged", "", "1:" + "a" * 43, "nonsense:::", "ü"])
def test_a_forged_cookie_opens_no_basket(client, product_with, value):
    add(Client(), product_with())
    client.cookies[settings.OSCAR_BASKET_COOKIE_OPEN] = value

    assert "Giỏ của bạn đang trống." in page(client)


def test_a_guest_opens_no_session_by_looking_or_adding(client, product_with):
    client.get("/gio-hang/")
    assert not Basket.objects.exists()

    add(client, product_with(), 1)
    add(client, product_with(), "x")

    assert not Session.objects.exists()


def test_the_parent_of_another_size_does_not_matter(client, pack_with):
    """A size is added by its own number: the page that showed the button cannot put another one in."""
    first, second = pack_with(), pack_with()

    client.post(f"{reverse('basket:add', args=[second.pk])}?quy-cach={first.pk}", {"quantity": 1})

    assert held() == [(second.pk, 1)]
