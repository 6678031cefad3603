import pytest
from django.test import Client

from producers.models import Role
from tests.factories import MembershipFactory, SaleRuleFactory, StockRecordFactory


@pytest.fixture
def owner():
    return MembershipFactory()


@pytest.fixture
def shop(owner):
    return owner.producer


@pytest.fixture
def signed_in():
    """Return a browser in which a person is signed in."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def as_role(shop, signed_in):
    """Return the browser of a member of the shop with a role."""

    def member_with(role):
        return signed_in(MembershipFactory(producer=shop, role=role).user)

    return member_with


@pytest.fixture
def client(as_role):
    """Return the browser of an owner."""
    return as_role(Role.OWNER)


@pytest.fixture
def stock(shop):
    """Price and stock of a product of the shop that can be bought."""
    SaleRuleFactory()
    return StockRecordFactory(product__producer=shop, price=120_000, num_in_stock=20)


@pytest.fixture
def url(shop):
    """The list of the shop's products, where prices and stock are changed."""
    return f"/gian-hang/{shop.pk}/san-pham/"
