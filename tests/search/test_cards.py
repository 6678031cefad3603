"""Cards are kept, but never a price, a stock or a listing that is no longer so."""

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from catalogue.models import Product, SaleRule
from core.clock import today
from producers.models import StockRecord
from search.cards import CardBox
from tests.factories import ProductFactory, SaleRuleFactory


@pytest.fixture
def products(db: None) -> list[Product]:
    made = [ProductFactory(stocked=True) for _ in range(3)]
    SaleRuleFactory(ocop_set=made[0].ocop_set)
    return made


@pytest.fixture
def box(products: list[Product]) -> CardBox:
    return CardBox(today(), SaleRule.modes_on(today()))


def test_cards_come_in_the_order_asked(box: CardBox, products: list[Product]) -> None:
    keys = [products[2].pk, products[0].pk, products[1].pk]

    for _ in range(2):
        assert [card.title for card in box.cards(keys, "vi")] == [
            products[index].title_vi for index in (2, 0, 1)
        ]


def test_the_second_page_with_them_costs_one_query(
    box: CardBox, products: list[Product], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keys = [product.pk for product in products]
    with django_assert_num_queries(2):
        first = box.cards(keys, "vi")

    with django_assert_num_queries(1):
        second = box.cards(keys, "vi")

    assert second == first


def test_a_new_price_or_stock_shows_whoever_wrote_it(box: CardBox, products: list[Product]) -> None:
    keys = [product.pk for product in products]
    box.cards(keys, "vi")

    StockRecord.objects.filter(product=products[0]).update(price=99_000)
    StockRecord.objects.filter(product=products[1]).update(num_in_stock=0)

    cards = box.cards(keys, "vi")
    assert [card.price for card in cards] == [99_000, 120_000, 120_000]
    assert [card.is_sold_out for card in cards] == [False, True, False]


def test_what_is_no_longer_listed_is_left_out(box: CardBox, products: list[Product]) -> None:
    keys = [product.pk for product in products]
    box.cards(keys, "vi")

    Product.objects.filter(pk=keys[0]).update(is_public=False)
    products[1].producer.__class__.objects.filter(pk=products[1].producer_id).update(is_public=False)

    assert [card.title for card in box.cards(keys, "vi")] == [products[2].title_vi]
    assert box.cards([keys[0]], "vi") == []


def test_each_language_has_its_own_cards(box: CardBox, products: list[Product]) -> None:
    titles = []
    for language in ("vi", "en", "vi"):
        with override(language):
            titles.append(box.cards([products[0].pk], language)[0].title)

    assert titles == [products[0].title_vi, products[0].title_en, products[0].title_vi]


def test_no_keys_need_no_query(box: CardBox, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert box.cards([], "vi") == []
