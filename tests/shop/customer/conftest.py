"""A person in their account, and a product that is sold out."""

import pytest

from tests.factories import ProductFactory, SaleRuleFactory, StockRecordFactory, UserFactory


@pytest.fixture
def user():
    return UserFactory(full_name="Thị Nở", phone="+84912345678", email="no@example.vn")


@pytest.fixture
def signed_in(client, user):
    client.force_login(user)
    return client


@pytest.fixture
def sold_out():
    product = ProductFactory(ocop_set=SaleRuleFactory().ocop_set, title_vi="Mật ong", title_en="Honey")
    StockRecordFactory(product=product, num_in_stock=0)
    product.refresh_from_db()
    return product


@pytest.fixture
def person():
    user = UserFactory(phone="+84900000077")
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user
