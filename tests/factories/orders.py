"""Orders as they lie in the database; placing one is the checkout's business."""

from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from shop.order.models import BillingAddress, Order, ShippingAddress

from .people import UserFactory


class ShippingAddressFactory(DjangoModelFactory[ShippingAddress]):
    line1 = "12 đường Thử"
    line4 = "TP. Đồng Nai"
    country_id = "VN"

    class Meta:
        model = ShippingAddress


class BillingAddressFactory(DjangoModelFactory[BillingAddress]):
    line1 = "12 đường Thử"
    country_id = "VN"

    class Meta:
        model = BillingAddress


class OrderFactory(DjangoModelFactory[Order]):
    """An order of one line over 120,000 ₫ and 30,000 ₫ for delivery."""

    number = factory.Sequence(lambda n: f"{100_000 + n}")
    user = factory.SubFactory(UserFactory)
    shipping_address = factory.SubFactory(ShippingAddressFactory)
    currency = "VND"
    total_incl_tax = Decimal(150_000)
    total_excl_tax = Decimal(150_000)
    shipping_incl_tax = Decimal(30_000)
    shipping_excl_tax = Decimal(30_000)
    shipping_method = "Giao tận nơi"
    date_placed = factory.LazyFunction(timezone.now)

    class Meta:
        model = Order
        skip_postgeneration_save = True

    @factory.post_generation
    def line(self: Order, create: bool, extracted: object, **kwargs: object) -> None:  # type: ignore[misc]
        price = Decimal(120_000)
        self.lines.create(
            title="Hạt điều thử",
            partner_name="Nhà Thử",
            partner_sku="THU-1",
            quantity=1,
            line_price_incl_tax=price,
            line_price_excl_tax=price,
            line_price_before_discounts_incl_tax=price,
            line_price_before_discounts_excl_tax=price,
            num_allocated=0,
        )
