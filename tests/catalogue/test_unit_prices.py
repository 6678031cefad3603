"""Cards of products in several pack sizes tell the least unit price, where sizes can be compared."""

import pytest

from catalogue.cards import cards_of, with_card_facts
from catalogue.models import Product
from catalogue.unit_prices import best_size_of
from core.clock import today
from tests.factories import PackSizeFactory, ParentFactory, SaleRuleFactory, SetFactory, StockRecordFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def parent():
    parent = ParentFactory(ocop_set=SetFactory(set_number=7))
    SaleRuleFactory(ocop_set=parent.ocop_set)
    return parent


def add_size(parent, price, quantity, unit="g", **facts):
    size = PackSizeFactory(parent=parent, net_quantity=quantity, net_unit=unit, **facts)
    if price is not None:
        StockRecordFactory(product=size, price=price)
    return size


def card_of(parent):
    (card,) = cards_of(with_card_facts(Product.objects.filter(pk=parent.pk)), today())
    return card


def test_the_least_unit_price_of_all_sizes_is_told(parent):
    add_size(parent, 82_000, 250)
    add_size(parent, 155_000, 500)
    add_size(parent, 300_000, 1000)

    card = card_of(parent)

    assert (card.unit_price, card.unit_basis, card.unit_price_is_from) == (30_000, "100 g", True)


def test_fresh_goods_are_compared_by_the_kilogram():
    parent = ParentFactory(ocop_set=SetFactory(set_number=1))
    SaleRuleFactory(ocop_set=parent.ocop_set)
    add_size(parent, 82_000, 250)
    add_size(parent, 155_000, 500)

    assert (card_of(parent).unit_price, card_of(parent).unit_basis) == (310_000, "kg")


def test_sizes_without_price_or_hidden_ones_do_not_count(parent):
    add_size(parent, 82_000, 250)
    add_size(parent, None, 5_000)
    add_size(parent, 1_000, 5_000, is_public=False)

    assert card_of(parent).unit_price == 32_800


def test_grams_and_pieces_are_not_compared(parent):
    add_size(parent, 82_000, 250)
    add_size(parent, 90_000, 12, unit="piece")

    assert card_of(parent).unit_price is None


def test_a_product_of_one_size_has_one_unit_price(parent):
    single = PackSizeFactory(parent=parent, net_quantity=500)
    StockRecordFactory(product=single, price=100_000)
    assert card_of(parent).unit_price == 20_000

    Product.objects.filter(pk=parent.pk).update(net_quantity=400, net_unit="g")

    assert card_of(parent).unit_price == 25_000
    assert not card_of(parent).unit_price_is_from


def test_the_card_says_from(parent, client):
    add_size(parent, 82_000, 250)
    add_size(parent, 155_000, 500)

    assert "từ 31.000 ₫/<wbr>" in client.get("/san-pham/").content.decode().replace("\xa0", " ")


@pytest.mark.parametrize(
    "sizes",
    [
        [(82_000, 250), (155_000, 500), (300_000, 1000)],
        [(100_000, 500), (50_000, 250)],
        [(82_000, 250), (None, 5_000)],
        [(82_000, 250), (90_000, 12, "piece")],
        [],
    ],
)
def test_the_page_of_a_product_finds_the_size_that_lists_find(parent, sizes):
    for size in sizes:
        add_size(parent, *size)

    read = Product.objects.with_best_size().get(pk=parent.pk)

    assert best_size_of(parent.children.all()) == read.best_size
