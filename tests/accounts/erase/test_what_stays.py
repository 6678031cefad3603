"""What erasing a person leaves: what belongs to others, and everything when it cannot be done."""

import pytest
from django.core.files.storage import storages
from wagtail.users.models import UserProfile

from accounts.errors import EraseRefused
from accounts.messages import queue
from accounts.messages.models import Message, key_of
from accounts.models import ConsentRecord, RetainedRecord, User
from accounts.personal.erase import erase_person, refusals
from catalogue.reviews.models import ProductReview
from cms.models import Enquiry
from producers.models import Claim, Invitation, Membership
from shop.address.models import UserAddress
from shop.order.models import Order
from tests.accounts.doors import known
from tests.accounts.erase.somebody import EMAIL, EVENT
from tests.factories import UserFactory


@pytest.mark.django_db
def test_what_belongs_to_others_stays(person):
    others = User.objects.exclude(pk=person.pk).count()
    product = ProductReview.objects.exclude(user=person).get().product

    erase_person(person)

    assert User.objects.count() == others
    assert Membership.objects.count() == 2
    assert not Membership.objects.filter(added_by__isnull=False).exists()
    assert Order.objects.count() == 2
    assert (Claim.objects.get().decided_by, Claim.objects.get().reason) == (None, "Thiếu giấy")
    assert (Enquiry.objects.get().answered_by, Enquiry.objects.get().answer) == (None, "Đã gửi")
    assert Invitation.objects.get().invited_by is None
    product.refresh_from_db()
    assert (product.rating, product.reviews.get().total_votes) == (3, 0)


@pytest.mark.django_db
def test_messages_of_somebody_else_stay(person):
    kept = queue(event=EVENT, about="order:1", user=known(email=None), context={"who": "Người khác"})

    erase_person(person)

    assert list(Message.objects.all()) == [kept]
    assert not Message.objects.filter(recipient_key=key_of(EMAIL)).exists()


@pytest.mark.django_db
def test_nothing_is_half_erased(person, monkeypatch):
    def break_off(_user):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("accounts.personal.erase.end_all", break_off)
    with pytest.raises(RuntimeError):
        erase_person(person)

    assert UserAddress.objects.filter(user=person).exists()
    assert ConsentRecord.objects.filter(user=person).count() == 2
    assert not RetainedRecord.objects.exists()
    assert storages["default"].exists(UserProfile.objects.get(user=person).avatar.name)


@pytest.mark.django_db
def test_the_last_administrator_stays():
    only = UserFactory(is_superuser=True)

    with pytest.raises(EraseRefused, match="quản trị"):
        erase_person(only)

    UserFactory(is_superuser=True)
    assert refusals(only) == []
