import contextlib
import threading

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection

from producers import membership
from producers.errors import AlreadyMember, LastOwner, NotAllowed
from producers.models import Membership, Role
from tests.factories import InvitationFactory, MembershipFactory, ProducerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return MembershipFactory()


def change(member, role, by):
    return membership.change_role(membership_id=member.pk, producer=member.producer, role=role, by=by.user)


def remove(member, by):
    membership.remove(membership_id=member.pk, producer=member.producer, by=by.user)


def role_of(member):
    return Membership.objects.role_of(member.user, member.producer)


class TestChangeRole:
    def test_an_owner_gives_another_role(self, owner):
        packer = MembershipFactory(producer=owner.producer, role=Role.PACKER)

        change(packer, Role.SALES, by=owner)

        assert role_of(packer) is Role.SALES

    @pytest.mark.parametrize("role", [Role.SALES, Role.PACKER, Role.VIEWER])
    def test_nobody_else_does(self, owner, role):
        other = MembershipFactory(producer=owner.producer, role=role)

        with pytest.raises(NotAllowed):
            change(other, Role.OWNER, by=other)
        assert role_of(other) is role

    def test_an_owner_of_another_shop_is_nobody_here(self, owner):
        packer = MembershipFactory(producer=owner.producer, role=Role.PACKER)

        with pytest.raises(NotAllowed):
            change(packer, Role.VIEWER, by=MembershipFactory())

    def test_a_member_of_another_shop_is_not_found(self, owner):
        with pytest.raises(ObjectDoesNotExist):
            membership.change_role(
                membership_id=MembershipFactory().pk,
                producer=owner.producer,
                role=Role.VIEWER,
                by=owner.user,
            )

    def test_the_last_owner_stays_one(self, owner):
        with pytest.raises(LastOwner):
            change(owner, Role.SALES, by=owner)
        assert role_of(owner) is Role.OWNER

    def test_with_a_second_owner_the_first_may_step_back(self, owner):
        MembershipFactory(producer=owner.producer)

        change(owner, Role.VIEWER, by=owner)

        assert role_of(owner) is Role.VIEWER

    def test_what_a_former_owner_offered_is_withdrawn(self, owner):
        second = MembershipFactory(producer=owner.producer)
        offered = InvitationFactory(producer=owner.producer, invited_by=second.user)
        other = InvitationFactory(producer=owner.producer, invited_by=owner.user)

        change(second, Role.SALES, by=owner)

        offered.refresh_from_db()
        other.refresh_from_db()
        assert offered.revoked_at
        assert not other.revoked_at


class TestLeaving:
    def test_an_owner_takes_a_member_out(self, owner):
        packer = MembershipFactory(producer=owner.producer, role=Role.PACKER)

        remove(packer, by=owner)

        assert role_of(packer) is None

    def test_nobody_else_does(self, owner):
        sales = MembershipFactory(producer=owner.producer, role=Role.SALES)

        with pytest.raises(NotAllowed):
            remove(owner, by=sales)

    def test_everybody_may_go_but_the_last_owner(self, owner):
        viewer = MembershipFactory(producer=owner.producer, role=Role.VIEWER)
        membership.leave(producer=owner.producer, user=viewer.user)

        with pytest.raises(LastOwner):
            membership.leave(producer=owner.producer, user=owner.user)
        assert role_of(viewer) is None
        assert role_of(owner) is Role.OWNER

    def test_who_became_the_only_owner_meanwhile_stays(self, owner):
        leaving = MembershipFactory(producer=owner.producer, role=Role.SALES)
        change(Membership.objects.get(pk=leaving.pk), Role.OWNER, by=owner)
        membership.take_out(owner)

        with pytest.raises(LastOwner):
            membership.take_out(leaving)

        assert Membership.objects.owners().filter(producer=owner.producer).count() == 1

    def test_who_has_gone_already_is_no_error(self, owner):
        leaving = MembershipFactory(producer=owner.producer)
        membership.take_out(Membership.objects.get(pk=leaving.pk))

        membership.take_out(leaving)

        assert Membership.objects.owners().get() == owner

    def test_owners_elsewhere_do_not_count(self, owner):
        MembershipFactory(producer=ProducerFactory(), user=owner.user)
        MembershipFactory()

        with pytest.raises(LastOwner):
            remove(owner, by=owner)


def step_back_at_once(owners, step_back):
    """Let all owners step back at the same moment; return how many owners are left."""
    gate = threading.Barrier(len(owners))

    def go(owner):
        gate.wait()
        try:
            step_back(owner)
        except LastOwner:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=[owner]) for owner in owners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Membership.objects.owners().filter(producer=owners[0].producer).count()


@pytest.mark.django_db(transaction=True)
class TestRace:
    """Both owners have been counted as two before either has gone: `meet` holds them at that point."""

    @pytest.fixture
    def owners(self, owner):
        return [owner, MembershipFactory(producer=owner.producer)]

    @pytest.fixture
    def meet(self, monkeypatch):
        """Make those who found another owner wait for each other, half a second at most."""
        gate, keep_an_owner = threading.Barrier(2), membership._keep_an_owner

        def keep_and_wait(leaving):
            keep_an_owner(leaving)
            with contextlib.suppress(threading.BrokenBarrierError):
                gate.wait(timeout=0.5)

        monkeypatch.setattr(membership, "_keep_an_owner", keep_and_wait)

    def test_one_owner_is_left(self, owners, meet):
        left = step_back_at_once(
            owners, lambda owner: membership.leave(producer=owner.producer, user=owner.user)
        )

        assert left == 1

    def test_control_without_the_lock_none_is_left(self, owners, meet, monkeypatch):
        # On SQLite the transaction itself is the lock, so that the control does without both.
        monkeypatch.setattr(membership, "lock_members", lambda producer: None)
        monkeypatch.setattr(membership, "take_out", membership.take_out.__wrapped__)

        def leave(owner):
            membership.leave.__wrapped__(producer=owner.producer, user=owner.user)

        assert step_back_at_once(owners, leave) == 0


class TestStaff:
    """What the programme office does, without being a member."""

    def test_appoints_a_first_owner(self):
        producer, clerk = ProducerFactory(), UserFactory()
        person = UserFactory()

        member = membership.appoint(producer=producer, user=person, role=Role.OWNER, by=clerk)

        assert (member.role, member.added_by) == (Role.OWNER, clerk)
        with pytest.raises(AlreadyMember):
            membership.appoint(producer=producer, user=person, role=Role.VIEWER, by=clerk)

    def test_keeps_an_owner_too(self, owner):
        with pytest.raises(LastOwner):
            membership.give_role(owner, Role.VIEWER)
        with pytest.raises(LastOwner):
            membership.take_out(owner)
