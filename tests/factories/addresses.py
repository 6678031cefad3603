"""Saved addresses."""

import factory
from factory.django import DjangoModelFactory

from shop.address.models import UserAddress

from .people import UserFactory
from .regions import UnitFactory


class UserAddressFactory(DjangoModelFactory[UserAddress]):
    user = factory.SubFactory(UserFactory)
    first_name = factory.SelfAttribute("user.full_name")
    phone_number = "+84912000111"
    line1 = factory.Sequence(lambda n: f"{n} đường Thử")
    unit = factory.SubFactory(UnitFactory)

    class Meta:
        model = UserAddress
