"""Baskets under many writers: nobody is told that the database is locked, and no quantity gets lost.

The short race is part of every run; the long one of 20 seconds has its own command, `make test-races`.
"""

import logging

import pytest
from django.db import connection
from django.test import Client

from catalogue.models import Product
from shop.basket import services
from shop.basket.models import Basket, Line
from tests.factories import ProductFactory, SaleRuleFactory, SetFactory, StockRecordFactory, UserFactory
from tests.racing import run_processes, without_the_guard
from tests.shop.basket.racing import Shopper, Tally

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def products():
    ocop_set = SaleRuleFactory(ocop_set=SetFactory(set_number=7)).ocop_set
    made: list[Product] = []
    for _ in range(4):
        made.append(ProductFactory(ocop_set=ocop_set))
        StockRecordFactory(product=made[-1], num_in_stock=1_000_000)
    return [product.pk for product in made]


def writers() -> int:
    return 16 if connection.vendor == "postgresql" else 4


def race(owner, products, seconds, *, guarded=True) -> tuple[Tally, dict[int, int]]:
    """Let the processes shop; return what they saw and what the shared basket holds afterwards."""
    client = Client()
    client.force_login(owner)
    session = client.cookies["sessionid"].value
    Client().get("/gio-hang/")  # addresses and templates are read once, before the processes part
    logging.getLogger("django.request").setLevel(logging.CRITICAL)

    def work(number: int) -> Tally:
        if not guarded:
            without_the_guard()
        return Shopper(number, session, products).shop(seconds)

    tally = Tally()
    try:
        for one in run_processes(writers(), work):
            tally.take(one)
    finally:
        logging.getLogger("django.request").setLevel(logging.NOTSET)
    print(f"\n{writers()} processes on {connection.vendor}: {tally.words()}")
    held = dict(Line.objects.filter(basket__owner=owner).values_list("product", "quantity"))
    return tally, held


def check(tally: Tally, held: dict[int, int]) -> None:
    assert tally.failed == []
    assert tally.lost == 0
    assert held == tally.added
    assert Basket.objects.filter(owner__isnull=False).count() == 1


def test_no_quantity_gets_lost_among_many_writers(owner, products):
    check(*race(owner, products, seconds=2.0))


@pytest.mark.races
def test_no_quantity_gets_lost_in_twenty_seconds(owner, products):
    check(*race(owner, products, seconds=20))


@pytest.mark.races
def test_without_the_guard_the_race_is_lost(owner, products):
    """The control: what the tests above prove is the guard's doing, not luck.

    On PostgreSQL most collisions come while basket and lines are made, so it starts several times.
    """

    def is_lost() -> bool:
        Basket.objects.all().delete()
        tally, held = race(owner, products, seconds=2, guarded=False)
        return bool(tally.failed) or held != tally.added

    assert any(is_lost() for _ in range(6))


def test_a_guests_basket_is_merged_once_by_all_sign_ins_together(owner, products):
    guest = services.add(visitor=services.Visitor(), product_id=products[0], quantity=3).basket
    services.add(visitor=services.Visitor(user=owner), product_id=products[0], quantity=2)

    def sign_in(_number: int) -> bool:
        return services.merge_guest_basket(user=owner, basket_id=guest.pk) is not None

    merged = run_processes(4, sign_in)

    assert merged.count(True) == 1
    assert list(Line.objects.values_list("basket__owner", "quantity")) == [(owner.pk, 5)]
