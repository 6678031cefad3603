"""What cannot be put into the basket, and the words that say why."""

import pytest

from catalogue.models import SaleMode
from shop.basket.models import Basket, Line
from tests.factories import (
    PackSizeFactory,
    ParentFactory,
    ProducerFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
)
from tests.shop.basket.conftest import add, held


def refused(client, product, words):
    response = add(client, product)
    assert response.status_code == 409
    assert "no-store" in response.headers["Cache-Control"]
    assert words in response.content.decode()
    assert not Line.objects.exists()
    assert not Basket.objects.exists()


def test_sold_out(client, product_with):
    refused(client, product_with(stock=0), "Sản phẩm này đã hết hàng.")


@pytest.mark.parametrize(
    ("mode", "words"),
    [(SaleMode.ENQUIRY, "bán khi hỏi trước"), (SaleMode.SHOW, "chỉ giới thiệu")],
)
def test_not_for_sale_by_the_mode_of_its_set(client, db, mode, words):
    rule = SaleRuleFactory(ocop_set=SetFactory(set_number=15), mode=mode)
    product = ProductFactory(ocop_set=rule.ocop_set, stocked=True)

    refused(client, product, words)


def test_not_public(client, product_with):
    refused(client, product_with(is_public=False), "Sản phẩm này không còn bán.")


def test_the_name_of_a_hidden_product_is_not_told(client, product_with):
    response = add(client, product_with(is_public=False, title_vi="Bí mật"))

    assert "Bí mật" not in response.content.decode()


def test_of_a_hidden_producer(client, product_with):
    refused(client, product_with(producer=ProducerFactory(is_public=False)), "Sản phẩm này không còn bán.")


def test_a_pack_size_of_a_hidden_parent(client, pack_with, for_sale):
    refused(
        client,
        pack_with(parent=ParentFactory(ocop_set=for_sale, is_public=False)),
        "Sản phẩm này không còn bán.",
    )


def test_a_parent_asks_for_a_pack_size(client, pack_with, for_sale):
    parent = ParentFactory(ocop_set=for_sale)
    size = pack_with(parent=parent, pack_label_vi="Hũ 300 g")
    pack_with(parent=parent, is_public=False, pack_label_vi="Hũ ẩn")

    response = add(client, parent)

    html = response.content.decode()
    assert response.status_code == 409
    assert "Hãy chọn quy cách trước." in html
    assert f"?quy-cach={size.pk}" in html
    assert "Hũ ẩn" not in html


def test_without_a_price(client, product_with):
    product = product_with()
    product.stockrecords.update(price=None)

    refused(client, product, "Sản phẩm này hiện chưa bán.")


def test_without_a_stock_record(client, for_sale):
    refused(client, ProductFactory(ocop_set=for_sale), "Sản phẩm này hiện chưa bán.")


def test_only_reported_by_the_press(client, db):
    response = add(client, ProductFactory(reported=True))

    assert response.status_code == 409


@pytest.mark.parametrize("pk", [987_654, 10**18, 10**30])
def test_an_unknown_number_is_not_found(client, db, pk):
    assert client.post(f"/gio-hang/them/{pk}/", {"quantity": 1}).status_code == 404


def test_a_basket_holds_so_many_products_and_no_more(client, product_with, monkeypatch):
    monkeypatch.setattr("shop.basket.services.MOST_LINES", 2)
    first, second, third = product_with(), product_with(), product_with()
    add(client, first)
    add(client, second)

    response = add(client, third)
    add(client, first)

    assert response.status_code == 409
    assert "nhiều nhất 2 sản phẩm" in response.content.decode()
    assert held() == [(first.pk, 2), (second.pk, 1)]


def test_a_size_without_a_set_is_not_sold(client, db):
    size = PackSizeFactory(stocked=True, parent=ParentFactory(ocop_set=SetFactory(set_number=22)))

    assert add(client, size).status_code == 409
