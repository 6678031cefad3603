"""A withdrawn invitation's message does not go out any more; who was already told, was told."""

import pytest
from django.utils import timezone

from accounts import sms
from accounts.messages import channels
from accounts.messages.models import Message
from accounts.messages.services import deliver, sweep
from accounts.personal.erase import erase_person
from producers import invitations
from producers.membership import take_out
from producers.models import Role
from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
PHONE, OTHER = "+84912345678", "+84912345679"


@pytest.fixture
def owner():
    return MembershipFactory()


def invite(owner, phone=PHONE, role=Role.SALES):
    return invitations.invite(producer=owner.producer, by=owner.user, role=role, phone=phone).invitation


def withdraw(owner, invitation):
    invitations.withdraw(invitation_id=invitation.pk, producer=owner.producer, by=owner.user)


def send_all():
    Message.objects.update(next_try_at=timezone.now())
    sweep()
    for key in Message.objects.values_list("pk", flat=True):
        deliver(key)
    return [message.to for message in sms.outbox]


def test_a_withdrawn_invitation_is_not_sent(owner):
    withdrawn, _other = invite(owner), invite(owner, OTHER)

    withdraw(owner, withdrawn)

    assert send_all() == [OTHER]  # the control: what still holds goes out
    message = Message.objects.get(about=f"invitation:{withdrawn.pk}")
    assert (message.state, message.context) == (Message.State.GIVEN_UP, {})


def test_of_two_invitations_only_the_one_that_holds_is_sent(owner):
    invite(owner)
    invite(owner, role=Role.PACKER)

    assert send_all() == [PHONE]


def test_invitations_of_somebody_who_is_erased_are_not_sent(owner):
    MembershipFactory(producer=owner.producer)
    invite(owner)

    erase_person(owner.user)

    assert send_all() == []


def test_invitations_of_an_owner_who_leaves_are_not_sent(owner):
    MembershipFactory(producer=owner.producer)
    invite(owner)

    take_out(owner)

    assert send_all() == []


def test_withdrawn_while_it_is_being_sent_it_is_not_tried_again(owner, monkeypatch):
    invitation = invite(owner)

    def withdraw_and_fail(*_args):
        withdraw(owner, invitation)
        raise channels.NotDelivered("busy")

    with monkeypatch.context() as patch:
        patch.setattr(channels, "send", withdraw_and_fail)
        deliver(Message.objects.get().pk)

    assert send_all() == []


def test_withdrawn_between_the_claim_and_the_words_it_is_not_sent(owner, monkeypatch):
    invitation = invite(owner)
    select_related = Message.objects.select_related

    def withdraw_first(*names):
        withdraw(owner, invitation)
        return select_related(*names)

    monkeypatch.setattr(Message.objects, "select_related", withdraw_first)

    assert not deliver(Message.objects.get().pk)
    assert not sms.outbox


def test_what_was_sent_stays_sent(owner):
    invitation = invite(owner)
    send_all()

    withdraw(owner, invitation)

    assert Message.objects.get().state == Message.State.SENT


def test_another_persons_erasure_leaves_messages_alone(owner):
    invite(owner)

    erase_person(UserFactory())

    assert send_all() == [PHONE]
