"""Limits at the doors: each counts by what it names, and past it there is a page with words."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts import sms
from tests.accounts.doors import known, log_in, sign_up, who_is_in
from tests.accounts.factors import with_app

pytestmark = pytest.mark.django_db

PHONE, EMAIL = "+84912000111", "bong@example.vn"


def is_limited(response):
    words = "Quá nhiều lượt gửi" in response.content.decode()
    assert (response.status_code == 429) is words
    return words


def limits(**changes):
    """Return the site's limits with some of them lowered."""
    from config.settings.accounts import ACCOUNT_RATE_LIMITS  # noqa: PLC0415

    return {**ACCOUNT_RATE_LIMITS, **changes}


def test_wrong_passwords_count_per_account_however_the_number_is_written(client):
    known(phone=PHONE, email=EMAIL)
    known(phone="+84912000222", email="khac@example.vn")
    spellings = ["0912 000 111", "+84912000111", "84912000111", "0912.000.111", "0912000111"]
    for spelling in spellings:
        assert not is_limited(log_in(Client(), spelling, "sai"))

    response = log_in(client, "0912 000 111")

    assert is_limited(response)
    assert response.headers["Retry-After"] == "60"
    assert who_is_in(client) is None
    log_in(client, "0912 000 222")  # the control: nobody else's number is locked
    assert who_is_in(client).email == "khac@example.vn"


def test_right_passwords_do_not_count(client):
    known(phone=PHONE, email=EMAIL)

    for _time in range(8):
        log_in(client, EMAIL)
        assert who_is_in(client)
        client.post(reverse("account_logout"))


def test_wrong_passwords_count_per_address_of_the_visitor(client, settings):
    settings.ACCOUNT_RATE_LIMITS = limits(login_failed="3/m/ip,50/5m/key")
    known(phone=PHONE, email=EMAIL)
    for number in range(3):
        log_in(client, f"ai{number}@example.vn", "sai")

    assert is_limited(log_in(client, EMAIL))
    assert not is_limited(log_in(Client(REMOTE_ADDR="192.0.2.7"), EMAIL))


@pytest.mark.parametrize(("proxies", "limited"), [(0, True), (1, False)])
def test_the_visitors_address_is_believed_as_far_as_proxies_are_trusted(settings, proxies, limited):
    settings.TRUSTED_PROXY_COUNT = proxies
    settings.ACCOUNT_RATE_LIMITS = limits(login_failed="2/m/ip,50/5m/key")
    known(phone=PHONE, email=EMAIL)
    for number in range(2):
        log_in(Client(HTTP_X_FORWARDED_FOR="192.0.2.1"), f"ai{number}@example.vn", "sai")

    response = log_in(Client(HTTP_X_FORWARDED_FOR="192.0.2.2"), EMAIL)

    assert is_limited(response) is limited


def test_sign_ups_count_per_number_whose_owner_gets_the_messages(client):
    for _time in range(2):
        assert not is_limited(sign_up(Client(), phone="0912000111"))

    assert is_limited(sign_up(client, phone="0912 000 111"))
    assert len(sms.outbox) == 2
    assert not is_limited(sign_up(client, phone="0912 000 112"))


def test_sign_ups_count_per_address_of_the_visitor(client, settings):
    settings.ACCOUNT_RATE_LIMITS = limits(signup="2/m/ip")
    for number in range(2):
        assert not is_limited(sign_up(client, phone=f"091200011{number}"))

    assert is_limited(sign_up(client, phone="0912000119"))
    assert not is_limited(sign_up(Client(REMOTE_ADDR="192.0.2.7"), phone="0912000118"))


def test_letters_with_links_count_per_address(client, mailoutbox):
    for _time in range(3):
        sign_up(Client(), email=EMAIL)
        log_in(Client(), EMAIL)

    assert len([letter for letter in mailoutbox if letter.to == [EMAIL]]) == 1


def test_looking_at_pages_is_never_limited(client):
    for _time in range(70):
        assert client.get(reverse("account_login")).status_code == 200


def test_second_factor_codes_count_per_account(client, settings):
    user = known(phone=PHONE, email=EMAIL)
    with_app(user)
    log_in(client, EMAIL)
    for _time in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    response = client.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert "thử quá nhiều lần" in response.content.decode()
    assert who_is_in(client) is None
