"""Members and invitations in Wagtail's admin, as a clerk of the programme office meets them."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from core.staff.groups import OFFICE, SUPPORT
from producers.models import Invitation, Membership, Role
from tests.accounts.doors import known
from tests.factories import InvitationFactory, MembershipFactory, ProducerFactory, UserFactory

pytestmark = pytest.mark.django_db


def member_of(group):
    user = UserFactory(is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def clerk():
    return member_of(OFFICE)


def address(screen, page, *args):
    return reverse(f"staff_{screen}:{page}", args=args)


def test_the_list_finds_members_by_shop_and_by_name(clerk):
    MembershipFactory(producer__name="Hộ Đất Đỏ", user__full_name="Điểu Thị Hương")
    other = MembershipFactory(user__full_name="Người Khác")

    for words in ("dat do", "Hương"):
        page = clerk.get(address("members", "index"), {"q": words}).content.decode()
        assert "Hộ Đất Đỏ" in page
        assert other.producer.name not in page


def test_a_number_that_was_only_claimed_is_not_appointed(clerk):
    UserFactory(phone="+84912345678")
    form = {"producer": ProducerFactory().pk, "person": "0912 345 678", "role": "owner"}

    page = clerk.post(address("members", "add"), form).content.decode()

    assert "chưa xác nhận" in page
    assert not Membership.objects.exists()


def test_a_first_owner_is_appointed_by_the_number_of_their_account(clerk):
    producer, person = ProducerFactory(), known(phone="+84912345678")
    form = {"producer": producer.pk, "person": "0912 345 678", "role": "owner"}

    response = clerk.post(address("members", "add"), form)

    assert response.status_code == 302
    assert Membership.objects.role_of(person, producer) is Role.OWNER
    assert ModelLogEntry.objects.filter(
        action="member.appoint", object_id=Membership.objects.get().pk
    ).exists()
    assert "đã là thành viên" in clerk.post(address("members", "add"), form).content.decode()


@pytest.mark.parametrize("typed", ["0987 654 321", "khong@co.vn", "abc", ""])
def test_nobody_is_appointed_who_has_no_account(clerk, typed):
    form = {"producer": ProducerFactory().pk, "person": typed, "role": "owner"}

    assert clerk.post(address("members", "add"), form).status_code == 200
    assert not Membership.objects.exists()


def test_a_role_is_changed_with_a_reason_in_the_log(clerk):
    member = MembershipFactory(role=Role.VIEWER)

    clerk.post(address("members", "role", member.pk), {"role": "packer", "reason": "theo đơn"})

    member.refresh_from_db()
    assert member.role == Role.PACKER
    assert ModelLogEntry.objects.get(action="member.role").data["reason"] == "theo đơn"


def test_the_only_owner_stays(clerk):
    owner = MembershipFactory()

    for page, form in (("role", {"role": "viewer", "reason": "thử"}), ("remove", {"reason": "thử"})):
        response = clerk.post(address("members", page, owner.pk), form)
        assert "chủ duy nhất" in response.content.decode()
    owner.refresh_from_db()
    assert owner.role == Role.OWNER


def test_a_member_is_removed(clerk):
    member = MembershipFactory(role=Role.VIEWER)

    assert clerk.get(address("members", "remove", member.pk)).status_code == 200
    assert Membership.objects.filter(pk=member.pk).exists()
    clerk.post(address("members", "remove", member.pk), {"reason": "nghỉ việc"})

    assert not Membership.objects.filter(pk=member.pk).exists()
    entry = ModelLogEntry.objects.get(action="member.remove")
    assert entry.object_id == str(member.producer_id)


def test_an_invitation_is_withdrawn_once_and_its_link_stays_secret(clerk):
    invitation = InvitationFactory()
    page = clerk.get(address("invitations", "inspect", invitation.pk)).content.decode()
    assert invitation.token_hash not in page

    clerk.post(address("invitations", "withdraw", invitation.pk), {"reason": "nhầm số"})

    invitation.refresh_from_db()
    assert invitation.state_at(timezone.now()) == Invitation.State.REVOKED
    assert "nhầm số" in clerk.get(address("invitations", "history", invitation.pk)).content.decode()


def test_an_invitation_that_was_accepted_meanwhile_is_not_withdrawn(clerk):
    invitation = InvitationFactory(accepted_at=timezone.now())

    page = clerk.post(address("invitations", "withdraw", invitation.pk), {"reason": "nhầm số"})

    assert "đã được nhận rồi" in page.content.decode()
    assert not ModelLogEntry.objects.filter(action="invitation.withdraw").exists()


def test_lists_go_out_as_spreadsheets_without_secrets(clerk):
    InvitationFactory(phone="+84912345678")
    MembershipFactory()

    for screen in ("members", "invitations"):
        response = clerk.get(address(screen, "index"), {"export": "xlsx"})
        assert response.status_code == 200
        assert "spreadsheetml" in response.headers["Content-Type"]


def test_support_looks_and_changes_nothing():
    browser, member = member_of(SUPPORT), MembershipFactory(role=Role.VIEWER)

    assert browser.get(address("members", "index")).status_code == 200
    for page in ("role", "remove"):
        form = {"role": "owner", "reason": "thử"}
        assert browser.post(address("members", page, member.pk), form).status_code in {302, 403}
    member.refresh_from_db()
    assert member.role == Role.VIEWER


@pytest.mark.parametrize("screen", ["members", "invitations"])
def test_queries_do_not_grow(clerk, screen, django_assert_max_num_queries):
    def fill(count):
        for _ in range(count):
            MembershipFactory(added_by=UserFactory())
            InvitationFactory()

    fill(2)
    clerk.get(address(screen, "index"))
    with django_assert_max_num_queries(30) as few:
        clerk.get(address(screen, "index"))
    fill(10)
    with django_assert_max_num_queries(30) as many:
        clerk.get(address(screen, "index"))
    assert len(many.captured_queries) == len(few.captured_queries)
