"""Rows of further products below a product: what stands there, and that it follows what changes elsewhere."""

import pytest

from catalogue.models import Product
from catalogue.pages.shelves import SHELF, shelves_below
from core.clock import today
from tests.factories import (
    DistrictFactory,
    ProducerFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
    StockRecordFactory,
)


def shelves_of(product):
    return {
        shelf.id: [card.title for card in shelf.cards]
        for shelf in shelves_below(Product.objects.get(pk=product.pk), today(), {})
    }


@pytest.mark.django_db
class TestShelves:
    def test_hold_more_of_the_maker_of_the_neighbourhood_and_of_the_set_each_once(self):
        district, ocop_set = DistrictFactory(), SetFactory()
        maker, neighbour = ProducerFactory(district=district), ProducerFactory(district=district)
        shown = ProductFactory(producer=maker, ocop_set=ocop_set)
        same_maker = ProductFactory(producer=maker, ocop_set=ocop_set)
        near = ProductFactory(producer=neighbour, ocop_set=ocop_set)
        far = ProductFactory(ocop_set=ocop_set)

        assert shelves_of(shown) == {
            "same-maker": [same_maker.title],
            "near": [near.title],
            "same-set": [far.title],
        }

    def test_are_full_although_the_product_itself_is_left_out(self):
        maker = ProducerFactory()
        products = [ProductFactory(producer=maker) for _ in range(SHELF + 2)]

        for product in products:
            titles = shelves_of(product)["same-maker"]
            assert len(titles) == SHELF
            assert product.title not in titles


@pytest.mark.django_db(transaction=True)
def test_a_price_that_changes_elsewhere_stands_on_the_shelf_at_once(client, settings):
    settings.PUBLIC_PAGE_CACHE = False
    maker, ocop_set = ProducerFactory(), SetFactory()
    SaleRuleFactory(ocop_set=ocop_set)
    shown, other = (ProductFactory(producer=maker, ocop_set=ocop_set) for _ in range(2))
    record = StockRecordFactory(product=other, price=123_000)
    assert "123.000" in client.get(shown.get_absolute_url()).content.decode()

    record.price = 145_000
    record.save()

    page = client.get(shown.get_absolute_url()).content.decode()
    assert "145.000" in page
    assert "123.000" not in page
