"""Products on sale, and what a browser does with the basket."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from catalogue.models import Product
from shop.basket.models import Line
from tests.factories import PackSizeFactory, ProductFactory, SaleRuleFactory, SetFactory, StockRecordFactory


@pytest.fixture
def for_sale(db):
    """A set whose products can be bought."""
    return SaleRuleFactory(ocop_set=SetFactory(set_number=7)).ocop_set


@pytest.fixture
def product_with(for_sale) -> Callable[..., Product]:
    """Make a product of one size with so many packs at such a price."""

    def make(stock: int = 20, price: int = 120_000, **more: object) -> Product:
        product = ProductFactory(ocop_set=for_sale, **more)
        StockRecordFactory(product=product, num_in_stock=stock, price=price)
        return product

    return make


@pytest.fixture
def pack_with(for_sale) -> Callable[..., Product]:
    """Make a pack size with so many packs."""

    def make(stock: int = 20, price: int = 80_000, **more: object) -> Product:
        size = PackSizeFactory(**more)
        StockRecordFactory(product=size, num_in_stock=stock, price=price)
        return size

    return make


def add(client: Client, product: Product, quantity: object = 1, **more: object):
    """Press "add to basket"."""
    address = reverse("basket:add", args=[product.pk])
    return client.post(address, {"quantity": quantity, **more})


def send(client: Client, follow: bool = False, **fields: object):
    """Send the basket's form; `line_5_quantity=2` names a field of line 5."""
    data = {re.sub(r"^line_(\d+)_", r"line-\1-", name): value for name, value in fields.items()}
    return client.post(reverse("basket:summary"), data, follow=follow)


def page(client: Client) -> str:
    """Open the basket."""
    response = client.get(reverse("basket:summary"))
    assert response.status_code == 200
    return response.content.decode()


def held() -> list[tuple[int, int]]:
    """Return every line as (product, quantity), in order."""
    return list(Line.objects.order_by("pk").values_list("product_id", "quantity"))
