import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from producers.models import Membership, Partner, Role
from tests.factories import MembershipFactory, ProducerFactory, UserFactory

pytestmark = pytest.mark.django_db


class TestForMember:
    def test_finds_every_shop_of_the_person_once_and_no_other(self):
        ours = MembershipFactory()
        second = MembershipFactory(user=ours.user, role=Role.VIEWER)
        MembershipFactory(producer=ours.producer, role=Role.PACKER)
        MembershipFactory()

        assert set(Partner.objects.for_member(ours.user)) == {ours.producer, second.producer}
        assert Partner.objects.for_member(ours.user).count() == 2

    def test_keeps_the_shops_in_which_the_role_is_right(self):
        ours = MembershipFactory()
        MembershipFactory(user=ours.user, role=Role.VIEWER)

        assert list(Partner.objects.for_member(ours.user, Role.OWNER, Role.SALES)) == [ours.producer]

    def test_strangers_and_visitors_have_none(self):
        MembershipFactory()

        assert not Partner.objects.for_member(UserFactory()).exists()
        assert not Partner.objects.for_member(AnonymousUser()).exists()


class TestRoleOf:
    def test_is_asked_for_one_shop(self):
        packer = MembershipFactory(role=Role.PACKER)

        assert Membership.objects.role_of(packer.user, packer.producer) is Role.PACKER
        assert Membership.objects.role_of(packer.user, ProducerFactory()) is None
        assert Membership.objects.role_of(AnonymousUser(), packer.producer) is None


class TestTheDatabase:
    def test_one_place_for_each_person_at_a_shop(self):
        ours = MembershipFactory()

        with pytest.raises(IntegrityError), transaction.atomic():
            MembershipFactory(user=ours.user, producer=ours.producer, role=Role.VIEWER)

    def test_a_role_that_does_not_exist_is_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            MembershipFactory(role="king")

    def test_history_tells_of_each_change(self):
        ours = MembershipFactory(role=Role.VIEWER)
        ours.role = Role.SALES
        ours.save()

        assert [row.role for row in ours.history.order_by("history_id")] == ["viewer", "sales"]
