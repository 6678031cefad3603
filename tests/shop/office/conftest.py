import pytest
from django.test import Client

from producers.models import Role
from tests.factories import MembershipFactory


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
