"""Producers and how they are taxed."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from core.clock import today
from producers.models import Invitation, Membership, Partner, Role, SellerTaxTreatment

from .people import UserFactory
from .regions import UnitFactory


class ProducerFactory(DjangoModelFactory[Partner]):
    """A household business run by its owner, in a commune of its own."""

    code = factory.Sequence(lambda n: f"thu-{n}")
    name = factory.Sequence(lambda n: f"Hộ Thử {n}")
    kind = Partner.Kind.HOUSEHOLD
    unit = factory.SubFactory(UnitFactory)

    class Meta:
        model = Partner

    class Params:
        reported = factory.Trait(
            standing=Partner.Standing.REPORTED,
            source_url="https://example.vn/bao",
            source_read_on=factory.LazyFunction(today),
        )


class MembershipFactory(DjangoModelFactory[Membership]):
    """An owner and their household business; `role=Role.SALES` and so on for others."""

    producer = factory.SubFactory(ProducerFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.OWNER

    class Meta:
        model = Membership


class InvitationFactory(DjangoModelFactory[Invitation]):
    """An open invitation of a phone number; nobody holds its link."""

    producer = factory.SubFactory(ProducerFactory)
    role = Role.SALES
    phone = factory.Sequence(lambda n: f"+8491{n:07d}")
    token_hash = factory.Sequence(lambda n: f"{n:064d}")
    invited_by = factory.SubFactory(UserFactory)

    class Meta:
        model = Invitation


class SellerTaxTreatmentFactory(DjangoModelFactory[SellerTaxTreatment]):
    producer = factory.SubFactory(ProducerFactory)
    valid_from = factory.LazyFunction(lambda: today() - timedelta(days=365))
    rate_percent = 8

    class Meta:
        model = SellerTaxTreatment
