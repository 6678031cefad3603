"""Limits on codes: new sessions bring no new tries, and strangers cannot lock a number for long."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connections
from django.test import Client
from django.urls import reverse

from accounts import sms
from core.client import Limit
from tests.accounts.doors import (
    EMAIL,
    PHONE,
    ask_for_code,
    code_by_sms,
    enter_code,
    known,
    log_in,
    sign_up,
    who_is_in,
)

pytestmark = pytest.mark.django_db

CONFIRM, VERIFY = "account_confirm_login_code", "account_verify_phone"
NEAR, FAR, FARTHER = "192.0.2.1", "198.51.100.7", "203.0.113.9"


@pytest.fixture
def ten_to():
    """Ten minutes before the hour with which the limits end."""
    with time_machine.travel("2026-11-24T10:50:00Z", tick=False) as traveller:
        yield traveller


def copy_of(client):
    """Return another browser with the same session content under a session of its own."""
    copy = Client()
    session = copy.session
    session.update(client.session.items())
    session.save()
    copy.cookies[session_cookie()] = session.session_key
    return copy


def session_cookie():
    from django.conf import settings  # noqa: PLC0415

    return settings.SESSION_COOKIE_NAME


def other_than(code, step=1):
    return f"{(int(code) + step) % 1_000_000:06d}"


def pending_code(client, name):
    """Have a code sent that the page of this name asks for."""
    if name == CONFIRM:
        known(phone=PHONE, email=EMAIL)
        ask_for_code(client, PHONE)
    else:
        sign_up(client, phone=PHONE)
    return code_by_sms()


def is_limited(response):
    return response.status_code == 429


@pytest.mark.parametrize("name", [CONFIRM, VERIFY])
def test_sessions_that_share_a_code_share_its_tries(client, name):
    code = pending_code(client, name)
    copies = [copy_of(client) for _number in range(4)]
    for step, copy in enumerate(copies[:3], start=1):
        assert "Mã chưa đúng" in enter_code(copy, other_than(code, step), name).content.decode()

    response = enter_code(copies[3], code, name)

    assert "thử quá nhiều lần" in response.content.decode()
    assert who_is_in(copies[3]) is None


@pytest.mark.parametrize("name", [CONFIRM, VERIFY])
def test_the_third_try_of_a_shared_code_still_opens(client, name):
    code = pending_code(client, name)
    copies = [copy_of(client) for _number in range(3)]
    for step, copy in enumerate(copies[:2], start=1):
        enter_code(copy, other_than(code, step), name)

    enter_code(copies[2], code, name)

    assert who_is_in(copies[2]).phone == PHONE


def test_codes_for_another_number_share_their_tries_too(client, person):
    log_in(client, EMAIL)
    client.post(reverse("account_change_phone"), {"phone": "0987 654 321"})
    code = code_by_sms()
    copies = [copy_of(client) for _number in range(4)]
    for step, copy in enumerate(copies[:3], start=1):
        enter_code(copy, other_than(code, step), VERIFY)

    enter_code(copies[3], code, VERIFY)

    person.refresh_from_db()
    assert person.phone == PHONE


def test_tries_at_one_code_leave_the_next_one_alone(client, person):
    ask_for_code(client, PHONE)
    for step in range(1, 4):
        enter_code(copy_of(client), other_than(code_by_sms(), step))

    own = Client()
    ask_for_code(own, PHONE)
    enter_code(own, code_by_sms())

    assert who_is_in(own) == person


def test_sessions_that_share_a_code_share_what_is_sent_again(client, person):
    ask_for_code(client, PHONE)
    copies = [copy_of(client) for _number in range(3)]

    answers = [copy.post(reverse(CONFIRM), {"action": "resend"}) for copy in copies]

    assert [is_limited(answer) for answer in answers] == [False, False, True]
    assert len(sms.outbox) == 3


@pytest.mark.parametrize("login", ["0912 999 888", "ai.do@example.vn"])
def test_strangers_who_have_a_code_sent_again_look_like_members(client, login):
    ask_for_code(client, login)

    answers = [client.post(reverse(CONFIRM), {"action": "resend"}) for _time in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 200]
    assert answers[0].headers["Location"] == reverse(CONFIRM)


def test_places_are_given_once_among_many_at_once(transactional_db):
    limit = Limit("thử-cùng-lúc", most=3, window_seconds=86_400)

    def take(_number):
        try:
            return limit.count("ai")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as many:
        taken = list(many.map(take, range(24)))

    assert taken.count(True) == 3


def test_codes_count_per_number_however_it_is_written(client, person, ten_to):
    spellings = ["0912 000 111", "+84912000111", "84912000111"] * 2
    for spelling in spellings:
        assert not is_limited(ask_for_code(Client(), spelling))

    response = ask_for_code(client, "0912.000.111")

    assert is_limited(response)
    assert len(sms.outbox) == len(spellings)
    assert not is_limited(ask_for_code(client, EMAIL))  # the control: the address has a limit of its own


def test_strangers_meet_the_same_limit_as_members(client, ten_to):
    for _time in range(6):
        assert not is_limited(ask_for_code(Client(), "0912 555 555"))

    assert is_limited(ask_for_code(client, "0912 555 555"))


def test_a_stranger_does_not_lock_a_number_for_its_holder(person, ten_to):
    for _time in range(20):
        ask_for_code(Client(REMOTE_ADDR=NEAR), PHONE)
    holder = Client(REMOTE_ADDR=FAR)

    assert not is_limited(ask_for_code(holder, PHONE))
    enter_code(holder, code_by_sms())

    assert who_is_in(holder) == person
    assert len(sms.outbox) == 7


def test_strangers_on_many_networks_lock_a_number_until_the_hour_ends(person, ten_to):
    for network in (NEAR, FAR, FARTHER):
        for _time in range(20):
            ask_for_code(Client(REMOTE_ADDR=network), PHONE)
    holder = Client(REMOTE_ADDR="192.0.2.200")

    response = ask_for_code(holder, PHONE)

    assert is_limited(response)
    assert response.headers["Retry-After"] == "600"
    assert "Chờ 10 phút" in response.content.decode()
    assert len(sms.outbox) == 15
    ten_to.shift(600)
    assert not is_limited(ask_for_code(holder, PHONE))


def test_what_is_sent_again_counts_for_the_number(person, ten_to):
    for _log_in in range(2):
        browser = Client()
        ask_for_code(browser, PHONE)
        for _again in range(2):
            assert not is_limited(browser.post(reverse(CONFIRM), {"action": "resend"}))
        ten_to.shift(1)

    assert is_limited(ask_for_code(Client(), PHONE))


def test_sign_ups_and_changed_numbers_count_with_the_log_ins(client, person, ten_to):
    for _time in range(5):
        ask_for_code(Client(), "0987 654 321")
    assert not is_limited(sign_up(Client(), phone="0987 654 321"))
    log_in(client, EMAIL)

    assert is_limited(client.post(reverse("account_change_phone"), {"phone": "0987 654 321"}))
    assert is_limited(sign_up(Client(), phone="0987 654 321"))


def test_text_messages_of_one_network_end_after_a_village(ten_to, monkeypatch):
    monkeypatch.setattr("accounts.doors.limits.SMS_FROM_NETWORK", Limit("ít", most=3, window_seconds=3_600))
    for number in range(3):
        assert not is_limited(ask_for_code(Client(), f"091200012{number}"))

    assert is_limited(ask_for_code(Client(), "0912000129"))
    assert not is_limited(ask_for_code(Client(), EMAIL))
    assert not is_limited(ask_for_code(Client(REMOTE_ADDR=FAR), "0912000129"))


def test_fifty_phones_behind_one_address_come_in(ten_to):
    for number in range(50):
        assert not is_limited(ask_for_code(Client(REMOTE_ADDR=NEAR), f"09120002{number:02d}"))
