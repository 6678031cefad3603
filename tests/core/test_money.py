from decimal import Decimal

import pytest
from django.apps import apps
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from core.money import MONEY_DIGITS, parse_vnd, round_discount, split, tax_inside, vnd

amounts = st.integers(min_value=0, max_value=10**13)


@pytest.mark.parametrize(("language", "words"), [("vi", "120.000\u00a0₫"), ("en", "120,000\u00a0₫")])
def test_amounts_are_written_as_the_language_does(language, words):
    assert vnd(120_000, language) == words


def test_an_amount_with_a_fraction_is_refused():
    with pytest.raises(ValueError, match="whole number"):
        vnd(Decimal("2666.64"))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("120.000", 120_000),
        ("120,000 ₫", 120_000),
        ("120000đ", 120_000),
        ("120k", 120_000),
        ("1tr2", 1_200_000),
        ("1,5 triệu", 1_500_000),
        ("2 tr", 2_000_000),
        ("120.000\u00a0₫", 120_000),
    ],
)
def test_amounts_are_read_as_people_write_them(text, amount):
    assert parse_vnd(text) == amount


@pytest.mark.parametrize(
    "text", ["", "abc", "-5", "1.2.3", "12.34", "1,2345k", "1,2tr3", "0x10", "१२३", "1e9"]
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_vnd(text)


@given(amounts)
def test_what_is_written_can_be_read(amount):
    assert parse_vnd(vnd(amount)) == amount


@given(amounts, st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=12))
def test_parts_add_up_and_lie_within_one_dong_of_their_share(total, weights):
    parts = split(total, weights)

    assert sum(parts) == total
    scale = sum(weights)
    if scale:
        assert all(
            abs(part - total * weight / scale) <= 1 + total * 1e-12
            for part, weight in zip(parts, weights, strict=True)
        )


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([0, 5, 8, 10]))
def test_tax_inside_is_whole_and_leaves_the_price_without_it(gross, rate):
    tax = tax_inside(gross, rate)

    assert tax == int(tax)
    net = gross - tax
    assert abs(net * rate / 100 - tax) <= Decimal("0.6")


def test_a_discount_is_rounded_down_to_whole_dong():
    assert round_discount(Decimal("99834.99"), "VND") == Decimal(99834)


def test_every_money_column_holds_more_than_ten_billion():
    narrow = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.DecimalField)
        and field.decimal_places == 2
        and field.max_digits < MONEY_DIGITS
    ]

    assert narrow == []
