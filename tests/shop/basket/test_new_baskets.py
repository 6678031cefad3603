"""New baskets of guests: a script from one network is stopped, whoever has a basket or an account is not."""

import pytest
import time_machine
from django.test import Client

from core.client import Limit
from shop.basket.models import Basket
from tests.factories import UserFactory
from tests.shop.basket.conftest import add


@pytest.fixture
def two_an_hour(monkeypatch):
    monkeypatch.setattr("shop.basket.beginning.BEGUN", Limit("thử-giỏ", most=2, window_seconds=3_600))
    with time_machine.travel("2026-11-24T10:50:00Z", tick=False) as hour:
        yield hour


def test_a_script_that_keeps_no_cookie_fills_no_table(product_with, two_an_hour):
    product = product_with()

    answers = [add(Client(), product, 1) for _time in range(5)]

    assert [answer.status_code for answer in answers] == [303, 303, 429, 429, 429]
    assert "thử lại sau 10 phút" in answers[-1].content.decode()
    assert Basket.objects.count() == 2
    two_an_hour.shift(600)
    assert add(Client(), product, 1).status_code == 303


def test_a_basket_that_is_there_and_people_who_sign_in_go_on(product_with, two_an_hour):
    product, other = product_with(), product_with()
    guest = Client()
    add(guest, product, 1)
    add(Client(), product, 1)
    person = Client()
    person.force_login(UserFactory())

    assert add(guest, other, 1).status_code == 303
    assert add(person, product, 1).status_code == 303
    assert add(Client(REMOTE_ADDR="198.51.100.7"), product, 1).status_code == 303


def test_a_village_fills_its_baskets(product_with):
    product = product_with(stock=1_000)

    assert {add(Client(), product, 1).status_code for _time in range(60)} == {303}
