import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.messages.models import Message
from producers import invitations
from producers.errors import (
    AlreadyMember,
    InvitationClosed,
    NotAllowed,
    NotForYou,
    TooManyInvitations,
)
from producers.models import Invitation, Membership, Role
from tests.factories import InvitationFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
PHONE = "+84912345678"


@pytest.fixture
def owner():
    return MembershipFactory()


@pytest.fixture
def guest():
    return UserFactory(phone=PHONE, phone_verified_at=timezone.now())


def invite(owner, role=Role.SALES, **contact):
    contact = contact or {"phone": PHONE}
    invited = invitations.invite(producer=owner.producer, by=owner.user, role=role, **contact)
    return invited.invitation, invited.url.rstrip("/").rsplit("/", 1)[-1]


class TestInvite:
    def test_sends_the_link_and_stores_only_its_hash(self, owner):
        invitation, token = invite(owner)

        message = Message.objects.get(event="member_invited")
        assert (message.channel, message.address) == ("sms", PHONE)
        assert token in message.context["link"]
        stored = Invitation.objects.values().get(pk=invitation.pk)
        assert token not in str(stored)
        assert len(token) >= 32

    def test_an_address_gets_an_e_mail(self, owner):
        invite(owner, email="Ban@Example.vn")

        message = Message.objects.get(event="member_invited")
        assert (message.channel, message.address) == ("email", "ban@example.vn")

    def test_a_new_one_takes_the_place_of_the_old(self, owner):
        old, _token = invite(owner)
        invite(owner, role=Role.PACKER)

        old.refresh_from_db()
        assert old.revoked_at
        assert Invitation.objects.unanswered().count() == 1

    @pytest.mark.parametrize("role", [Role.SALES, Role.PACKER, Role.VIEWER])
    def test_only_owners_invite(self, owner, role):
        with pytest.raises(NotAllowed):
            invite(MembershipFactory(producer=owner.producer, role=role))
        assert not Message.objects.exists()

    def test_a_member_is_not_invited_again(self, owner, guest):
        MembershipFactory(producer=owner.producer, user=guest, role=Role.VIEWER)

        with pytest.raises(AlreadyMember):
            invite(owner)

    def test_a_shop_cannot_send_without_end(self, owner, monkeypatch):
        monkeypatch.setattr(invitations, "MOST_A_DAY", 2)
        for number in range(2):
            invite(owner, email=f"nguoi{number}@example.vn")

        with pytest.raises(TooManyInvitations):
            invite(owner)
        assert Message.objects.count() == 2


class TestAccept:
    def test_makes_a_member_with_the_role(self, owner, guest):
        _invitation, token = invite(owner, role=Role.PACKER)

        invitations.accept(token=token, user=guest)

        member = Membership.objects.get(user=guest)
        assert (member.producer, member.role, member.added_by) == (owner.producer, "packer", owner.user)

    def test_works_once(self, owner, guest):
        _invitation, token = invite(owner)
        member = invitations.accept(token=token, user=guest)
        member.delete()

        with pytest.raises(InvitationClosed):
            invitations.accept(token=token, user=guest)

    def test_by_a_confirmed_address(self, owner):
        _invitation, token = invite(owner, email="ban@example.vn")
        guest = UserFactory(email="ban@example.vn")
        with pytest.raises(NotForYou):
            invitations.accept(token=token, user=guest)

        guest.emailaddress_set.create(email="Ban@example.vn", verified=True, primary=True)
        assert invitations.accept(token=token, user=guest).role == Role.SALES

    @pytest.mark.parametrize(
        "who",
        [
            {"phone": "+84987654321", "phone_verified_at": timezone.now()},
            {"phone": PHONE, "phone_verified_at": None},
        ],
        ids=["another number", "a number that is not confirmed"],
    )
    def test_the_wrong_person_does_not_get_in(self, owner, who):
        _invitation, token = invite(owner)

        with pytest.raises(NotForYou) as refused:
            invitations.accept(token=token, user=UserFactory(**who))
        assert "678" in str(refused.value)
        assert PHONE not in str(refused.value)
        assert Membership.objects.count() == 1

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"expires_at": timezone.now() - timedelta(seconds=1)}, "quá hạn"),
            ({"revoked_at": timezone.now()}, "rút lại"),
            ({"accepted_at": timezone.now()}, "đã được dùng"),
        ],
    )
    def test_a_closed_one_says_why(self, owner, guest, change, words):
        invitation, token = invite(owner)
        Invitation.objects.filter(pk=invitation.pk).update(**change)

        with pytest.raises(InvitationClosed, match=words):
            invitations.accept(token=token, user=guest)
        assert Membership.objects.count() == 1

    def test_a_link_that_was_never_sent_is_not_found(self, guest):
        with pytest.raises(ObjectDoesNotExist):
            invitations.accept(token="x" * 32, user=guest)

    def test_a_member_keeps_the_role_they_have(self, owner, guest):
        _invitation, token = invite(owner)
        MembershipFactory(producer=owner.producer, user=guest, role=Role.VIEWER)

        with pytest.raises(AlreadyMember):
            invitations.accept(token=token, user=guest)
        assert Membership.objects.role_of(guest, owner.producer) is Role.VIEWER


class TestWithdraw:
    def test_closes_the_link(self, owner, guest):
        invitation, token = invite(owner)

        invitations.withdraw(invitation_id=invitation.pk, producer=owner.producer, by=owner.user)

        with pytest.raises(InvitationClosed):
            invitations.accept(token=token, user=guest)

    def test_of_another_shop_is_not_found(self, owner):
        with pytest.raises(ObjectDoesNotExist):
            invitations.withdraw(invitation_id=InvitationFactory().pk, producer=owner.producer, by=owner.user)


class TestTheDatabase:
    def test_one_unanswered_invitation_for_each_person(self, owner):
        InvitationFactory(producer=owner.producer, phone=PHONE)

        with pytest.raises(IntegrityError), transaction.atomic():
            InvitationFactory(producer=owner.producer, phone=PHONE)

    @pytest.mark.parametrize("contact", [{"phone": ""}, {"email": "ban@example.vn"}])
    def test_a_phone_or_an_address_and_not_both(self, owner, contact):
        with pytest.raises(IntegrityError), transaction.atomic():
            InvitationFactory(producer=owner.producer, **contact)


@pytest.mark.django_db(transaction=True)
class TestRace:
    def test_many_clicks_make_one_member(self, owner, guest):
        _invitation, token = invite(owner)
        gate, outcomes = threading.Barrier(4), []

        def click():
            gate.wait()
            try:
                invitations.accept(token=token, user=guest)
                outcomes.append("in")
            except (InvitationClosed, AlreadyMember):
                outcomes.append("refused")
            finally:
                connection.close()

        threads = [threading.Thread(target=click) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(outcomes) == ["in", "refused", "refused", "refused"]
