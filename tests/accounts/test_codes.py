"""Codes: wrong, late, used; a forgotten password."""

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from accounts import sms
from tests.accounts.doors import (
    EMAIL,
    PASSWORD,
    PHONE,
    ask_for_code,
    code_by_mail,
    code_by_sms,
    enter_code,
    log_in,
    who_is_in,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

CONFIRM = "account_confirm_login_code"


def other_than(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


@pytest.mark.parametrize("typed", ["0912 000 111", "84912000111"])
def test_a_code_comes_by_text_message(client, person, typed):
    response = ask_for_code(client, typed)

    assert response.headers["Location"] == reverse(CONFIRM)
    assert sms.outbox[-1].to == PHONE
    assert "6 chữ số" in client.get(reverse(CONFIRM)).content.decode()
    enter_code(client, code_by_sms())
    assert who_is_in(client) == person


def test_a_code_comes_by_mail(client, person):
    ask_for_code(client, "Bong@Example.vn")

    assert mail.outbox[-1].to == [EMAIL]
    enter_code(client, f" {code_by_mail()} ")
    assert who_is_in(client) == person


@pytest.mark.parametrize("typed", ["abc", "0912", "bông"])
def test_what_is_neither_number_nor_address_is_asked_for_as_either(client, person, typed):
    response = ask_for_code(client, typed)

    assert "Nhập số điện thoại hoặc địa chỉ thư điện tử." in response.content.decode()
    assert not sms.outbox
    assert not mail.outbox


def test_a_message_fits_into_one_text(client, person):
    for language in ("vi", "en"):
        with override(language):
            ask_for_code(Client(), "0912000111")

    assert all(
        len(message.text) <= 70 or message.text.isascii() for message in sms.outbox if "mã" in message.text
    )


@pytest.mark.parametrize("login", ["0912 999 888", "ai.do@example.vn"])
def test_strangers_look_like_members(client, person, login):
    known_one, stranger = client, Client()
    expected = ask_for_code(known_one, "0912000111")
    response = ask_for_code(stranger, login)

    assert (response.status_code, response.headers["Location"]) == (302, expected.headers["Location"])
    page = stranger.get(reverse(CONFIRM)).content.decode()
    assert "Nhập mã" in page
    assert "Gửi mã mới" in page
    for guess in ("000000", "", "0"):
        assert enter_code(stranger, guess).status_code in {200, 302}
    assert who_is_in(stranger) is None


def test_three_wrong_codes_end_the_try(client, person):
    ask_for_code(client, "0912000111")
    code = code_by_sms()
    for _try in range(2):
        response = enter_code(client, other_than(code))
        assert response.status_code == 200
        assert "Mã chưa đúng" in response.content.decode()

    response = enter_code(client, other_than(code))

    assert response.status_code == 302
    enter_code(client, code)
    assert who_is_in(client) is None


def test_a_code_is_good_for_five_minutes(client, person):
    with time_machine.travel("2026-11-24T10:00:00Z", tick=False):
        ask_for_code(client, "0912000111")
    with time_machine.travel("2026-11-24T10:05:01Z", tick=False):
        enter_code(client, code_by_sms())
    assert who_is_in(client) is None

    with time_machine.travel("2026-11-24T11:00:00Z", tick=False):
        ask_for_code(client, "0912000111")
    with time_machine.travel("2026-11-24T11:04:59Z", tick=False):
        enter_code(client, code_by_sms())
    assert who_is_in(client) == person


def test_a_code_is_good_once_and_in_one_browser_only(client, person):
    ask_for_code(client, "0912000111")
    code = code_by_sms()
    elsewhere = Client()
    ask_for_code(elsewhere, "0912000111")
    elsewhere_code = code_by_sms()
    if code != elsewhere_code:
        enter_code(elsewhere, code)
        assert who_is_in(elsewhere) is None
    enter_code(client, code)
    client.post(reverse("account_logout"))

    enter_code(client, code)

    assert who_is_in(client) is None


def test_a_new_code_ends_the_old_one_and_comes_twice_at_most(client, person):
    ask_for_code(client, "0912000111")
    first = code_by_sms()
    for _again in range(2):
        client.post(reverse(CONFIRM), {"action": "resend"})
    assert len(sms.outbox) == 3

    client.post(reverse(CONFIRM), {"action": "resend"})

    assert len(sms.outbox) == 3
    if first != code_by_sms():
        enter_code(client, first)
        assert who_is_in(client) is None


@pytest.mark.parametrize("login", ["", "x" * 300, "0912", "@", "a@b", "\x00", "0912000111; drop"])
def test_what_is_neither_number_nor_address_is_said(client, login):
    response = ask_for_code(client, login)

    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


@pytest.mark.parametrize("code", ["", "abc", "１２３４５６", "999999999999999", "\x00", "-1"])
def test_any_text_as_a_code_is_only_wrong(client, person, code):
    ask_for_code(client, "0912000111")

    assert enter_code(client, code).status_code == 200
    assert who_is_in(client) is None


@pytest.mark.parametrize("login", ["0912 000 111", EMAIL])
def test_a_forgotten_password_is_replaced_after_a_code(client, person, login):
    ask_for_code(client, login, "account_reset_password", next="/gio-hang/")
    code = code_by_sms() if login != EMAIL else code_by_mail()
    location = client.get(reverse(CONFIRM)).request["PATH_INFO"]
    response = client.post(
        f"{location}", {"code": code, "next": f"{reverse('account_new_password')}?next=/gio-hang/"}
    )
    assert response.headers["Location"].startswith(reverse("account_new_password"))

    page = response.headers["Location"]
    assert client.get(page).status_code == 200
    response = client.post(page, {"password1": "mật khẩu mới tinh", "next": "/gio-hang/"})

    assert response.headers["Location"] == "/gio-hang/"
    person.refresh_from_db()
    assert person.check_password("mật khẩu mới tinh")
    assert who_is_in(client) == person


def test_the_way_to_the_new_password_is_carried_by_the_pages(client, person):
    response = ask_for_code(client, "0912000111", "account_reset_password")
    html = client.get(response.headers["Location"]).content.decode()

    assert f'name="next" value="{reverse("account_new_password")}"' in html


def test_a_new_password_without_the_old_one_needs_a_fresh_code(client, person):
    new = reverse("account_new_password")
    assert client.get(new).headers["Location"].startswith(reverse("account_login"))
    log_in(client, EMAIL)
    assert client.post(new, {"password1": "mật khẩu mới tinh"}).headers["Location"] == reverse(
        "account_change_password"
    )
    client.post(reverse("account_logout"))

    with time_machine.travel("2026-11-24T10:00:00Z", tick=False):
        ask_for_code(client, "0912000111")
        enter_code(client, code_by_sms())
    with time_machine.travel("2026-11-24T10:15:01Z", tick=False):
        response = client.post(new, {"password1": "mật khẩu mới tinh"})

    assert response.headers["Location"] == reverse("account_change_password")
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_people_whom_staff_made_come_in_by_code(client):
    user = UserFactory(phone=None, email=EMAIL, is_staff=True)

    ask_for_code(client, EMAIL)
    enter_code(client, code_by_mail())

    assert who_is_in(client) == user
    assert EmailAddress.objects.get(user=user).verified
