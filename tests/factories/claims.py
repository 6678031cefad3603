"""Requests for the page of a shop."""

import uuid

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from producers.models import Claim

from .people import UserFactory
from .regions import UnitFactory


class ClaimFactory(DjangoModelFactory[Claim]):
    """A registration that waits for the office; `producer=…, is_registration=False` makes it a claim."""

    form_key = factory.LazyFunction(uuid.uuid4)
    user = factory.SubFactory(UserFactory, phone_verified_at=factory.LazyFunction(timezone.now))
    is_registration = True
    name = factory.Sequence(lambda n: f"Hợp tác xã Thử {n}")
    kind = "cooperative"
    legal_name = factory.SelfAttribute("name")
    registration_number = factory.Sequence(lambda n: f"44{n:04d}")
    representative = "Nguyễn Thử"
    position = "Giám đốc"
    unit = factory.SubFactory(UnitFactory)
    phone = factory.SelfAttribute("user.phone")

    class Meta:
        model = Claim
