"""A new account by number or address, and what strangers must not learn or take."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts import sms
from accounts.models import User
from tests.accounts.doors import (
    PASSWORD,
    ask_for_code,
    code_by_mail,
    code_by_sms,
    enter_code,
    known,
    link_by_mail,
    log_in,
    sign_up,
    who_is_in,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PHONE, EMAIL = "+84912000111", "bong@example.vn"
VERIFY = "account_verify_phone"


def test_a_number_alone_is_enough(client):
    response = sign_up(client, full_name="Lê Thị Bông", phone="0912 000 111")

    assert response.headers["Location"] == reverse(VERIFY)
    assert who_is_in(client) is None
    assert sms.outbox[-1].to == PHONE
    assert "0912 000 111" in client.get(reverse(VERIFY)).content.decode()
    enter_code(client, code_by_sms(), VERIFY)
    user = who_is_in(client)
    assert (user.phone, user.email, user.full_name) == (PHONE, None, "Lê Thị Bông")
    assert user.phone_verified_at is not None
    assert user.check_password(PASSWORD)


def test_an_address_beside_the_number_waits_for_its_link(client):
    sign_up(client, phone="0912000111", email="Bong@Example.vn")
    enter_code(client, code_by_sms(), VERIFY)
    user = who_is_in(client)
    assert user.email is None
    link = link_by_mail()

    Client().get(link)
    assert not EmailAddress.objects.get(user=user).verified
    client.post(link)

    user.refresh_from_db()
    assert user.email == EMAIL
    assert EmailAddress.objects.get(user=user).verified


def test_an_address_alone_is_enough(client):
    response = sign_up(client, email=EMAIL)

    assert response.headers["Location"] == reverse("account_email_verification_sent")
    assert who_is_in(client) is None
    link = link_by_mail()
    page = client.get(link)
    assert "Đúng, đây là địa chỉ của tôi" in page.content.decode()
    assert who_is_in(client) is None
    client.post(link)
    assert who_is_in(client) == User.objects.get(email=EMAIL, phone=None)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "số điện thoại hoặc địa chỉ thư điện tử"),
        ({"phone": "12"}, "0912 345 678"),
        ({"email": "không phải"}, "email"),
        ({"phone": "0912000111", "password1": "123"}, "Mật khẩu quá ngắn, cần ít nhất 8 ký tự."),
        ({"phone": "0912000111", "password1": "1234567890"}, "Mật khẩu này hoàn toàn là số"),
        ({"phone": "0912000111", "password1": ""}, "bắt buộc"),
        ({"email": EMAIL, "password1": EMAIL}, "giống"),
        ({"phone": "0" * 500}, "30"),
        ({"full_name": "x" * 151, "phone": "0912000111"}, "150"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(client, values, words):
    response = sign_up(client, **{"full_name": "Lê Bông", **values})

    html = response.content.decode()
    assert response.status_code == 200
    assert words in html
    assert 'role="alert"' in html
    assert values.get("full_name", "Lê Bông") in html
    assert not User.objects.exists()
    assert not sms.outbox


def seen(response, client):
    """Return what a stranger sees of an answer, without what differs each time."""
    page = client.get(response.headers["Location"]).content.decode()
    page = re.sub(r'value="[^"]{20,}"', "", page)
    return response.status_code, response.headers["Location"], page


def test_a_taken_number_looks_like_a_new_one(client):
    owner = known(phone=PHONE, email=None)
    stranger = Client()
    new = seen(sign_up(client, phone="0912000222"), client)
    new_page = new[2].replace("0912 000 222", "")

    taken = seen(sign_up(stranger, phone="0912 000 111"), stranger)

    assert taken[:2] == new[:2]
    assert taken[2].replace("0912 000 111", "") == new_page
    assert len(sms.outbox) == 2
    assert sms.outbox[-1].to == PHONE
    assert "đã có tài khoản" in sms.outbox[-1].text
    for guess in ("", "000000", "123456"):
        enter_code(stranger, guess, VERIFY)
    assert who_is_in(stranger) is None
    owner.refresh_from_db()
    assert owner.check_password(PASSWORD)


def test_a_taken_number_takes_as_long_as_a_new_one(client, monkeypatch):
    """Hashing a password takes longer than all the rest, so it happens as often for both."""
    known(phone=PHONE, email=None)
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or encode(*args))

    sign_up(client, phone="0912 000 111")
    for_taken, hashed[:] = len(hashed), []
    sign_up(Client(), phone="0912 000 222")

    assert for_taken == len(hashed) > 0


def test_a_taken_address_looks_like_a_new_one(client):
    known(phone=None, email=EMAIL)
    stranger = Client()
    new = seen(sign_up(client, email="moi@example.vn"), client)

    taken = seen(sign_up(stranger, email=EMAIL.upper()), stranger)

    assert taken[0] == new[0]
    assert taken[1] == new[1]
    assert taken[2].replace(EMAIL, "").replace(EMAIL.upper(), "") == new[2].replace("moi@example.vn", "")
    assert mail.outbox[-1].to == [EMAIL]
    assert "đã có tài khoản" in mail.outbox[-1].body
    assert User.objects.filter(email=EMAIL).count() == 1


def test_a_taken_address_beside_a_new_number_stays_with_its_owner(client):
    owner = known(phone=None, email=EMAIL)
    sign_up(client, phone="0912000111", email=EMAIL)
    enter_code(client, code_by_sms(), VERIFY)
    thief = who_is_in(client)

    client.post(link_by_mail())

    thief.refresh_from_db()
    assert thief.email is None
    assert EmailAddress.objects.get(email=EMAIL, verified=True).user == owner


def test_a_sign_up_begun_twice_is_one_account(client):
    sign_up(client, phone="0912000111", password1="mật khẩu thứ nhất")
    later = Client()

    sign_up(later, phone="+84 912 000 111", full_name="Lê Bông", password1="mật khẩu thứ hai")
    later_code = code_by_sms()
    enter_code(later, later_code, VERIFY)

    user = who_is_in(later)
    assert User.objects.count() == 1
    assert user.full_name == "Lê Bông"
    assert user.check_password("mật khẩu thứ hai")


def test_who_begins_with_anothers_number_gets_nothing_of_the_account(client):
    """The thief signs up first; the owner's code must not make the thief's password good."""
    thief = Client()
    sign_up(thief, phone="0912000111", email="ke.gian@example.vn", password1="mật khẩu kẻ gian")

    ask_for_code(client, "0912000111")
    enter_code(client, code_by_sms())

    owner = who_is_in(client)
    assert owner.phone == PHONE
    assert not owner.has_usable_password()
    assert not EmailAddress.objects.filter(user=owner).exists()
    log_in(thief, "0912000111", "mật khẩu kẻ gian")
    assert who_is_in(thief) is None


def test_a_password_swapped_while_the_code_is_under_way_does_not_count(client):
    sign_up(client, phone="0912000111", password1="mật khẩu chủ số")
    owners_code = code_by_sms()
    thief = Client()
    sign_up(thief, phone="0912000111", password1="mật khẩu kẻ gian")

    enter_code(client, owners_code, VERIFY)

    assert who_is_in(client).phone == PHONE
    assert not who_is_in(client).has_usable_password()
    log_in(thief, "0912000111", "mật khẩu kẻ gian")
    assert who_is_in(thief) is None


def test_a_number_claimed_beside_a_confirmed_address_goes_to_its_owner(client):
    thief = UserFactory(phone=PHONE, email="ke.gian@example.vn")
    EmailAddress.objects.create(user=thief, email=thief.email, verified=True, primary=True)

    sign_up(client, phone="0912000111")
    enter_code(client, code_by_sms(), VERIFY)

    thief.refresh_from_db()
    assert thief.phone is None
    assert who_is_in(client).phone == PHONE
    assert who_is_in(client) != thief


def test_an_address_claimed_by_another_account_leads_its_owner_nowhere(client):
    thief = known(phone="+84912000222", email=None)
    EmailAddress.objects.create(user=thief, email=EMAIL, verified=False)

    ask_for_code(client, EMAIL)

    assert "chưa có tài khoản" in mail.outbox[-1].body
    sign_up(client, email=EMAIL)
    client.post(link_by_mail())
    assert who_is_in(client).email == EMAIL
    assert not EmailAddress.objects.filter(user=thief).exists()


def test_an_unfinished_sign_up_by_address_is_taken_over_by_code_without_its_password(client):
    sign_up(Client(), email=EMAIL, password1="mật khẩu kẻ gian")

    ask_for_code(client, EMAIL)
    enter_code(client, code_by_mail())

    assert who_is_in(client).email == EMAIL
    assert not who_is_in(client).has_usable_password()


def test_without_a_carrier_people_sign_up_by_address(client, settings):
    settings.SMS_URL = ""

    html = client.get(reverse("account_signup")).content.decode()
    assert 'name="phone"' not in html
    assert sign_up(client, email="").status_code == 200
    sign_up(client, email=EMAIL)
    client.post(link_by_mail())

    assert who_is_in(client).email == EMAIL


def test_a_message_that_does_not_go_out_is_said(client, settings):
    settings.SMS_URL = "http://127.0.0.1:9/"

    response = sign_up(client, phone="0912000111")

    assert response.status_code == 302
    html = client.get(response.headers["Location"], follow=True).content.decode()
    assert "Chưa gửi được tin nhắn lúc này" in html
    assert who_is_in(client) is None


def test_who_is_in_does_not_sign_up_again(client):
    known(phone=PHONE, email=EMAIL)
    log_in(client, EMAIL)

    assert client.get(reverse("account_signup")).status_code == 302
