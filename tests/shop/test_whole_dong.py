"""Every amount that Oscar stores is whole đồng, and large orders fit."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.db import models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.core.loading import get_class, get_model

from catalogue.models import SaleMode
from producers.models import SellerTaxTreatment
from tests.factories import (
    ProductFactory,
    SaleRuleFactory,
    SellerTaxTreatmentFactory,
    SetFactory,
    StockRecordFactory,
)

pytestmark = pytest.mark.django_db

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")
Benefit = get_model("offer", "Benefit")
Condition = get_model("offer", "Condition")
ConditionalOffer = get_model("offer", "ConditionalOffer")
Range = get_model("offer", "Range")
Applicator = get_class("offer.applicator", "Applicator")
OrderCreator = get_class("order.utils", "OrderCreator")
OrderTotalCalculator = get_class("checkout.calculators", "OrderTotalCalculator")
Selector = get_class("partner.strategy", "Selector")
FreeShipping = get_class("shipping.methods", "Free")


def place(number, stocks, percent_off=0):
    """Put stock records into a basket and order it, with an offer on everything where one is wanted."""
    basket = Basket.objects.create()
    basket.strategy = Selector().strategy()
    for stock, quantity in stocks:
        basket.add_product(stock.product, quantity)
    if percent_off:
        everything = Range.objects.create(name=f"mọi thứ {number}", includes_all_products=True)
        ConditionalOffer.objects.create(
            name=f"giảm {number}",
            condition=Condition.objects.create(range=everything, type=Condition.COUNT, value=1),
            benefit=Benefit.objects.create(range=everything, type=Benefit.PERCENTAGE, value=percent_off),
        )
        Applicator().apply(basket)
    method = FreeShipping()
    charge = method.calculate(basket)
    total = OrderTotalCalculator().calculate(basket, charge)
    return OrderCreator().place_order(
        basket=basket, total=total, shipping_method=method, shipping_charge=charge, order_number=number
    )


@pytest.fixture
def for_sale():
    return SaleRuleFactory(ocop_set=SetFactory(set_number=7), mode=SaleMode.BUY).ocop_set


def stored_amounts():
    """Return every money column of every row that checkout writes."""
    for model in apps.get_models():
        if model._meta.app_label not in {"basket", "order", "partner", "offer", "voucher", "payment"}:
            continue
        columns = [
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.DecimalField) and field.decimal_places == 2
        ]
        for row in model._default_manager.values_list(*columns) if columns else ():
            for column, amount in zip(columns, row, strict=True):
                if amount is not None:
                    yield f"{model._meta.label}.{column}", amount


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.tuples(st.integers(min_value=1_000, max_value=9_999_999), st.integers(min_value=1, max_value=5)),
        min_size=1,
        max_size=3,
    ),
    rate=st.sampled_from([None, 0, 5, 8, 10]),
    percent_off=st.sampled_from([0, 3, 7, 11]),
)
def test_every_stored_amount_is_whole(for_sale, lines, rate, percent_off):

    with transaction.atomic():
        stocks = []
        for price, quantity in lines:
            stock = StockRecordFactory(product=ProductFactory(ocop_set=for_sale), price=price)
            SellerTaxTreatment.objects.filter(producer=stock.partner).delete()
            SellerTaxTreatmentFactory(producer=stock.partner, rate_percent=rate)
            stocks.append((stock, quantity))

        order = place("T1", stocks, percent_off)

        broken = [(name, amount) for name, amount in stored_amounts() if amount != int(amount)]
        assert broken == []
        assert sum(
            price.price_incl_tax * price.quantity for line in order.lines.all() for price in line.prices.all()
        ) == (order.total_incl_tax)
        assert sum(discount.amount for discount in order.discounts.all()) == sum(
            line.line_price_before_discounts_incl_tax - line.line_price_incl_tax for line in order.lines.all()
        )
        assert order.total_incl_tax == sum(line.line_price_incl_tax for line in order.lines.all())
        assert order.total_incl_tax - order.total_excl_tax == sum(
            line.line_price_incl_tax - line.line_price_excl_tax for line in order.lines.all()
        )
        transaction.set_rollback(True)


def test_the_price_is_what_the_consumer_pays_and_the_tax_lies_inside(for_sale):
    stock = StockRecordFactory(product=ProductFactory(ocop_set=for_sale), price=33_333)
    SellerTaxTreatmentFactory(producer=stock.partner, rate_percent=8)

    price = Selector().strategy().fetch_for_product(stock.product).price

    assert (price.incl_tax, price.tax, price.excl_tax) == (Decimal(33_333), Decimal(2_469), Decimal(30_864))


def test_an_order_of_twelve_billion_is_stored(for_sale):
    stock = StockRecordFactory(
        product=ProductFactory(ocop_set=for_sale), price=12_000_000_000, num_in_stock=1
    )

    order = place("T2", [(stock, 1)])

    assert Order.objects.get(pk=order.pk).total_incl_tax == 12_000_000_000


@pytest.mark.parametrize("mode", [SaleMode.SHOW, SaleMode.ENQUIRY])
def test_what_may_not_be_sold_is_not_available_whatever_is_in_stock(mode):
    spirits = SaleRuleFactory(ocop_set=SetFactory(set_number=14), mode=mode).ocop_set
    stock = StockRecordFactory(product=ProductFactory(ocop_set=spirits))

    assert not Selector().strategy().fetch_for_product(stock.product).availability.is_available_to_buy
