"""The factories make valid objects; other tests stand on that."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "make",
    [
        factories.UserFactory,
        factories.OldCommuneFactory,
        factories.ProducerFactory,
        lambda: factories.ProducerFactory(reported=True),
        factories.SetFactory,
        factories.SaleRuleFactory,
        factories.ProductFactory,
        lambda: factories.ProductFactory(reported=True),
        factories.PackSizeFactory,
        factories.StockRecordFactory,
        factories.CertificateFactory,
        factories.PressReportFactory,
    ],
)
def test_is_valid_twice(make):
    first, second = make(), make()

    for each in (first, second):
        each.refresh_from_db()
        # Oscar reads an absent barcode as "", which the check takes for one that is taken.
        each.full_clean(exclude=["password", "upc"])


def test_stock_shows_on_the_product_and_on_its_parent():
    product = factories.ProductFactory(stocked=True)
    size = factories.PackSizeFactory(stocked=True)

    for each in (product, size.parent):
        each.refresh_from_db()
        assert (each.price_from, each.available) == (120_000, 20)


def test_a_set_stands_under_its_branch():
    product = factories.ProductFactory(ocop_set__set_number=26)

    assert product.branch.code == "VI"
    assert product.ocop_set.get_parent() == product.branch
