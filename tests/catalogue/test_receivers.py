"""What pages show is never stale: each save begins one new generation of pages after its commit."""

import pytest

from core.generations import CATALOGUE, current
from tests.factories import (
    CertificateFactory,
    PressReportFactory,
    ProducerFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
    StockRecordFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "make",
    [
        ProductFactory,
        ProducerFactory,
        StockRecordFactory,
        CertificateFactory,
        PressReportFactory,
        SetFactory,
        SaleRuleFactory,
        UnitFactory,
    ],
)
@pytest.mark.parametrize("change", ["save", "delete"])
def test_a_change_begins_a_new_generation(make, change, django_capture_on_commit_callbacks):
    made = make()
    before = current([CATALOGUE])

    with django_capture_on_commit_callbacks(execute=True):
        getattr(made, change)()

    assert current([CATALOGUE]) != before


def test_reserving_stock_begins_a_new_generation(django_capture_on_commit_callbacks):
    record = StockRecordFactory()
    before = current([CATALOGUE])

    with django_capture_on_commit_callbacks(execute=True):
        record.allocate(1)

    assert current([CATALOGUE]) != before
