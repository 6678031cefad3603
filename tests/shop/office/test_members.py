import re

import pytest
from django.test import Client
from django.utils import timezone

from producers.models import Invitation, Membership, Role
from tests.factories import InvitationFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
PHONE = "+84912345678"


@pytest.fixture
def url(shop):
    return f"/gian-hang/{shop.pk}/thanh-vien/"


@pytest.fixture
def client(owner, signed_in):
    return signed_in(owner.user)


def invite(client, url, contact="0912 345 678", role="sales"):
    return client.post(f"{url}moi/", {"contact": contact, "role": role})


def link_in(response):
    return re.search(r'value="http://[^"/]+(/[^"]+)"', response.content.decode())[1]


class TestMembersPage:
    def test_owners_see_how_to_reach_people_others_do_not(self, client, as_role, url, shop):
        MembershipFactory(producer=shop, user__phone=PHONE, role=Role.PACKER)
        InvitationFactory(producer=shop, phone="+84987654321")

        theirs = client.get(url).content.decode()
        others = as_role(Role.SALES).get(url).content.decode()

        assert "0912 345 678" in theirs
        assert "098 765 43 21" in theirs or "0987 654 321" in theirs
        assert "345 678" not in others
        assert "654 321" not in others

    def test_another_role(self, client, url, shop):
        member = MembershipFactory(producer=shop, role=Role.VIEWER)

        assert client.post(f"{url}{member.pk}/", {"role": "packer"}).status_code == 303
        assert Membership.objects.get(pk=member.pk).role == Role.PACKER

    @pytest.mark.parametrize("role", ["", "king", "OWNER"])
    def test_a_role_that_does_not_exist(self, client, url, shop, role):
        member = MembershipFactory(producer=shop, role=Role.VIEWER)

        assert "Chọn một vai trò" in client.post(f"{url}{member.pk}/", {"role": role}).content.decode()
        assert Membership.objects.get(pk=member.pk).role == Role.VIEWER

    def test_the_only_owner_is_told_to_name_another_first(self, client, url, owner):
        for path, data in ((f"{owner.pk}/", {"role": "viewer"}), (f"{owner.pk}/xoa/", {}), ("roi/", {})):
            response = client.post(f"{url}{path}", data)
            assert response.status_code == 200
            assert "chủ duy nhất" in response.content.decode()
        assert Membership.objects.owners().filter(pk=owner.pk).exists()

    def test_removing(self, client, url, shop, signed_in):
        member = MembershipFactory(producer=shop, role=Role.VIEWER)
        browser = signed_in(member.user)
        assert browser.get(url).status_code == 200
        client.get(f"{url}{member.pk}/xoa/")
        assert Membership.objects.filter(pk=member.pk).exists()

        client.post(f"{url}{member.pk}/xoa/")

        assert browser.get(url).status_code == 404

    def test_leaving(self, as_role, url, shop):
        viewer = as_role(Role.VIEWER)

        response = viewer.post(f"{url}roi/", follow=True)

        assert "Bạn đã rời" in response.content.decode()
        assert viewer.get(url).status_code == 404


class TestInviting:
    def test_the_link_is_shown_once(self, client, url):
        link = link_in(invite(client, url))

        assert link.startswith("/gian-hang/loi-moi/")
        assert link not in client.get(url).content.decode()

    @pytest.mark.parametrize("contact", ["", "abc", "0912", "a@b", "@", "0912 345 678 9999", "+"])
    def test_bad_contacts_are_refused_and_kept(self, client, url, contact):
        response = invite(client, url, contact)

        assert response.status_code == 200
        assert not contact or f'value="{contact}"' in response.content.decode()
        assert 'id="id_contact_error"' in response.content.decode()
        assert not Invitation.objects.exists()

    def test_withdrawing(self, client, url, shop):
        link = link_in(invite(client, url))
        invitation = Invitation.objects.get()
        client.get(f"{url}loi-moi/{invitation.pk}/rut/")
        assert Client().get(link).status_code == 200

        client.post(f"{url}loi-moi/{invitation.pk}/rut/")

        gone = Client().get(link)
        assert gone.status_code == 410
        assert "rút lại" in gone.content.decode()

    def test_withdrawing_what_was_accepted_meanwhile_is_said(self, client, url, shop):
        invite(client, url)
        Invitation.objects.update(accepted_at=timezone.now())

        page = client.post(f"{url}loi-moi/{Invitation.objects.get().pk}/rut/", follow=True).content.decode()

        assert "đã được nhận rồi" in page
        assert "Đã rút lời mời" not in page


class TestTheLink:
    @pytest.fixture
    def link(self, client, url):
        return link_in(invite(client, url))

    @pytest.fixture
    def guest(self):
        return UserFactory(phone=PHONE, phone_verified_at=timezone.now())

    def test_opening_it_changes_nothing_for_anybody(self, link, guest, signed_in):
        for browser in (Client(), signed_in(guest)):
            for _ in range(2):
                assert browser.get(link).status_code == 200
                assert browser.head(link).status_code == 200
        assert Membership.objects.count() == 1

    def test_the_button_lets_the_person_in(self, link, guest, signed_in, shop):
        response = signed_in(guest).post(link, follow=True)

        assert response.redirect_chain[-1][0] == f"/gian-hang/{shop.pk}/"
        assert Membership.objects.role_of(guest, shop) is Role.SALES

    def test_a_visitor_logs_in_first(self, link):
        assert f"next={link}" in Client().get(link).content.decode()
        response = Client().post(link)

        assert f"next={link}" in response.headers["Location"]
        assert Membership.objects.count() == 1

    def test_the_wrong_person_is_told_for_whom_it_is(self, link, signed_in):
        stranger = UserFactory(phone_verified_at=timezone.now())

        response = signed_in(stranger).post(link)

        assert response.status_code == 200
        assert "••• 678" in response.content.decode()
        assert "912345" not in response.content.decode().replace(" ", "")
        assert Membership.objects.count() == 1

    def test_used_up(self, link, guest, signed_in):
        browser = signed_in(guest)
        browser.post(link)

        for response in (browser.post(link), browser.get(link), Client().get(link)):
            assert response.status_code == 410
            assert "đã được dùng" in response.content.decode()
            assert 'class="button" href="/gian-hang/"' in response.content.decode()

    def test_run_out(self, link, guest, signed_in):
        Invitation.objects.update(expires_at=timezone.now())

        response = signed_in(guest).post(link)

        assert response.status_code == 410
        assert "quá hạn" in response.content.decode()
        assert Membership.objects.count() == 1

    @pytest.mark.parametrize("token", ["x", "x" * 32, "x" * 4000, "%00", "..", "loi-moi"])
    def test_a_link_that_was_never_sent(self, token):
        assert Client().get(f"/gian-hang/loi-moi/{token}/").status_code == 404
        assert Client().post(f"/gian-hang/loi-moi/{token}/").status_code == 404

    def test_nobody_keeps_it(self, link):
        response = Client().get(link)

        assert response.headers["Cache-Control"] == "no-store"
        assert "noindex" in response.headers["X-Robots-Tag"]
