"""What lists read of the catalogue is true on that day, and is read anew when something changed."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from catalogue.models import FOR_SALE, Certificate, Product, SaleMode
from core.clock import today
from search import snapshot
from search.backends.columns import Row
from search.snapshot import read_snapshot, snapshot_on
from tests.factories import CertificateFactory, ProductFactory
from tests.search.invented import Ground


def rows_on(day: date) -> dict[int, Row]:
    return {row.pk: row for row in read_snapshot(day).columns.rows}


def listed_by_hand() -> list[Product]:
    return [
        product
        for product in Product.objects.select_related("producer", "branch", "ocop_set")
        if product.listing == "listed" and product.is_public and product.parent_id is None
        and (product.producer is None or product.producer.is_public)
    ]  # fmt: skip


def test_holds_what_is_listed_with_its_kind_and_maker(ground: Ground) -> None:
    rows = rows_on(today())

    products = listed_by_hand()

    assert set(rows) == {product.pk for product in products}
    for product in products:
        row = rows[product.pk]
        assert product.producer is not None
        assert product.branch is not None
        assert product.ocop_set is not None
        assert (row.branch, row.ocop_set) == (product.branch.code, product.ocop_set.code)
        assert row.maker is not None
        assert (row.maker.slug, row.maker.unit, row.maker.district) == (
            product.producer.slug,
            product.producer.unit_id,
            product.producer.district_id,
        )
        assert row.folded == product.folded
    by_age = sorted(rows.values(), key=lambda row: row.age)
    newest_first = sorted(products, key=lambda product: (product.date_created, product.pk), reverse=True)
    assert [row.pk for row in by_age] == [product.pk for product in newest_first]


def test_shows_prices_and_stock_as_the_sale_mode_allows(ground: Ground) -> None:
    day = today()
    rows = rows_on(day)

    for product in listed_by_hand():
        mode, row = product.sale_mode_on(day), rows[product.pk]
        priced = product.price_from is not None
        assert row.price == (product.price_from if mode != SaleMode.SHOW else None)
        assert row.in_stock == (priced and mode in FOR_SALE and product.available > 0)
        assert row.is_sold_out == (priced and mode in FOR_SALE and product.available <= 0)


@pytest.mark.parametrize("days", [-400, -2, -1, 0, 1, 2, 10, 400, 1_200])
def test_stars_are_those_of_the_certificate_in_force_that_day(ground: Ground, days: int) -> None:
    day = today() + timedelta(days=days)

    rows = rows_on(day)

    usable = (Certificate.State.VALID, Certificate.State.GRACE)
    truth = {c.product_id: c.stars for c in Certificate.objects.all() if c.state_on(day) in usable}
    assert {pk: row.stars for pk, row in rows.items()} == {pk: truth.get(pk) for pk in rows}


@pytest.mark.parametrize("settled", [False, True])
def test_a_star_begins_and_ends_at_midnight_in_vietnam(db: None, settled: bool) -> None:
    product = ProductFactory()
    CertificateFactory(product=product, issued_on=date(2026, 3, 2), expires_on=date(2026, 3, 3))

    seen = {}
    for moment in ("2026-03-01 16:59", "2026-03-01 17:00", "2026-03-03 16:59", "2026-03-03 17:00"):
        with time_machine.travel(f"{moment}+00:00", tick=False):
            if settled:
                _settle()
            seen[moment[5:]] = rows_on(today())[product.pk].stars

    assert seen == {"03-01 16:59": None, "03-01 17:00": 4, "03-03 16:59": 4, "03-03 17:00": None}


def _settle() -> None:
    """Run the nightly task."""
    call_command("settle_certificates", verbosity=0)


def test_is_read_in_five_queries(ground: Ground, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(5):
        read_snapshot(today())


def test_inside_a_transaction_nothing_is_kept(ground: Ground) -> None:
    assert connection.in_atomic_block
    before = len(snapshot_on(today()).columns.rows)
    ProductFactory()

    assert len(snapshot_on(today()).columns.rows) == before + 1
    assert snapshot._kept is None
