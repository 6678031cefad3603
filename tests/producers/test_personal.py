import json
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.errors import EraseRefused
from accounts.personal.erase import erase_person, refusals
from accounts.personal.export import export_person
from producers import membership
from producers.models import Invitation, Membership, Role, StockChange
from tests.factories import InvitationFactory, MembershipFactory, StockRecordFactory, UserFactory

pytestmark = pytest.mark.django_db
PHONE = "+84912345678"


@pytest.fixture
def person():
    return UserFactory(phone=PHONE, phone_verified_at=timezone.now())


def test_the_export_tells_of_shops_changes_and_invitations(person):
    sales = MembershipFactory(user=person, role=Role.SALES)
    InvitationFactory(phone=PHONE)
    stock = StockRecordFactory(product__producer=sales.producer)
    StockChange.objects.create(stock_record=stock, kind="stock", before=20, after=3, changed_by=person)

    content = json.loads(export_person(person))

    assert content["memberships"]["shops"][0]["producer__name"] == sales.producer.name
    assert content["memberships"]["changes"][0]["after"] == 3
    assert content["invitations"][0]["phone"] == PHONE


def test_erasing_leaves_the_deeds_and_nothing_of_the_person(person):
    owner = MembershipFactory()
    sales = MembershipFactory(user=person, producer=owner.producer, role=Role.SALES, added_by=owner.user)
    accepted = InvitationFactory(producer=owner.producer, accepted_by=person, accepted_at=timezone.now())
    waiting, other = InvitationFactory(phone=PHONE), InvitationFactory()
    stock = StockRecordFactory(product__producer=sales.producer)
    StockChange.objects.create(stock_record=stock, kind="stock", before=20, after=3, changed_by=person)

    erase_person(person)

    assert list(Membership.objects.all()) == [owner]
    assert not Membership.history.filter(user_id=sales.user_id).exists()
    assert not Invitation.objects.filter(pk__in=[accepted.pk, waiting.pk]).exists()
    assert Invitation.objects.filter(pk=other.pk).exists()
    assert StockChange.objects.get().changed_by is None


def test_what_an_erased_owner_offered_is_withdrawn(person):
    mine = MembershipFactory(user=person)
    MembershipFactory(producer=mine.producer)
    offered = InvitationFactory(
        producer=mine.producer, invited_by=person, expires_at=timezone.now() + timedelta(days=3)
    )

    erase_person(person)

    offered.refresh_from_db()
    assert offered.revoked_at
    assert offered.invited_by is None


def test_the_only_owner_names_another_first(person):
    mine = MembershipFactory(user=person)
    MembershipFactory(producer=mine.producer, role=Role.SALES)
    MembershipFactory()

    with pytest.raises(EraseRefused, match=mine.producer.name):
        erase_person(person)
    assert Membership.objects.filter(pk=mine.pk).exists()

    MembershipFactory(producer=mine.producer)
    assert refusals(person) == []


def test_the_other_owner_may_have_gone_a_moment_ago(person, monkeypatch):
    mine = MembershipFactory(user=person)
    other = MembershipFactory(producer=mine.producer)
    ask = refusals

    def ask_and_then(*args):
        found = ask(*args)
        membership.take_out(other)
        return found

    monkeypatch.setattr("accounts.personal.erase.refusals", ask_and_then)

    with pytest.raises(EraseRefused):
        erase_person(person)
    assert Membership.objects.filter(pk=mine.pk).exists()
