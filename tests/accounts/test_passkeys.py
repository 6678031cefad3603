"""Passkeys: added, asked for, renamed, removed; another device's, and nonsense, are refused."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from tests.accounts.device import Device
from tests.accounts.doors import EMAIL, known, log_in, who_is_in
from tests.accounts.factors import reauthenticate

pytestmark = pytest.mark.django_db


def options_in(html):
    """Return what a page asks a device."""
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', html)[1])


def with_passkey(client, device):
    """Add a passkey to the account that is in."""
    reauthenticate(client)
    page = reverse("mfa_add_webauthn")
    answer = device.create(options_in(client.get(page).content.decode()))
    return client.post(page, {"name": "Điện thoại", "passwordless": "on", "credential": answer})


def ask(client):
    """Fetch the question of a log-in by passkey."""
    return client.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json").json()["request_options"]


def test_a_passkey_is_added_and_lets_in_alone(client, person):
    log_in(client, EMAIL)
    device = Device()

    response = with_passkey(client, device)

    assert response.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert "Điện thoại" in client.get(reverse("mfa_list_webauthn")).content.decode()
    client.post(reverse("account_logout"))
    response = client.post(
        reverse("mfa_login_webauthn"), {"credential": device.get(ask(client)), "next": "/gio-hang/"}
    )
    assert who_is_in(client) == person
    assert response.headers["Location"] == "/gio-hang/"


def test_a_passkey_is_asked_for_after_a_password(client, person):
    log_in(client, EMAIL)
    device = Device()
    with_passkey(client, device)
    client.post(reverse("account_logout"))
    response = log_in(client, EMAIL)
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert who_is_in(client) is None

    html = client.get(reverse("mfa_authenticate")).content.decode()
    client.post(reverse("mfa_authenticate"), {"credential": device.get(options_in(html))})

    assert who_is_in(client) == person


def test_a_passkey_of_another_device_site_or_question_is_refused(client, person):
    log_in(client, EMAIL)
    device = Device()
    with_passkey(client, device)
    client.post(reverse("account_logout"))
    login = reverse("mfa_login_webauthn")
    foreign, elsewhere = Device(), Device(origin="https://evil.example")
    foreign.user, foreign.id = device.user, device.id
    elsewhere.user, elsewhere.id, elsewhere.key = device.user, device.id, device.key
    old = device.get(ask(client))

    for answer in (foreign.get(ask(client)), elsewhere.get(ask(client)), (ask(client), old)[1]):
        assert client.post(login, {"credential": answer}).status_code == 302
        assert who_is_in(client) is None
    client.post(login, {"credential": device.get(ask(client))})
    assert who_is_in(client) == person


def test_a_passkey_of_a_closed_account_does_not_open_it(client, person):
    log_in(client, EMAIL)
    device = Device()
    with_passkey(client, device)
    client.post(reverse("account_logout"))
    person.is_active = False
    person.save()

    client.post(reverse("mfa_login_webauthn"), {"credential": device.get(ask(client))})

    assert who_is_in(client) is None


def test_passkeys_are_renamed_and_removed_by_their_owner_only(client, person):
    log_in(client, EMAIL)
    with_passkey(client, Device())
    passkey = Authenticator.objects.get(type="webauthn")
    other = Client()
    known(phone=None, email="khac@example.vn")
    log_in(other, "khac@example.vn")
    reauthenticate(other)
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert other.get(reverse(name, args=[passkey.pk])).status_code == 404
        assert other.post(reverse(name, args=[passkey.pk]), {"name": "x"}).status_code == 404

    client.post(reverse("mfa_edit_webauthn", args=[passkey.pk]), {"name": "Máy tính"})
    assert "Máy tính" in client.get(reverse("mfa_list_webauthn")).content.decode()
    client.post(reverse("mfa_remove_webauthn", args=[passkey.pk]))

    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", ["", "{}", "null", "x", '{"id": 1}', '{"rawId": "AA", "response": 1}'])
def test_nonsense_in_the_place_of_a_new_passkey_is_refused(client, person, credential):
    log_in(client, EMAIL)
    reauthenticate(client)
    client.get(reverse("mfa_add_webauthn"))

    response = client.post(
        reverse("mfa_add_webauthn"), {"name": "x", "passwordless": "on", "credential": credential}
    )

    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", "x", '{"id": 1}', '{"response": {}}'])
def test_nonsense_in_the_place_of_a_passkey_is_refused(client, person, credential):
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential})

    assert response.status_code in {200, 302, 400}
    assert who_is_in(client) is None


def test_the_log_in_by_passkey_offers_a_fresh_question(client):
    ask = {"HTTP_ACCEPT": "application/json"}
    first = client.get(reverse("mfa_login_webauthn"), **ask).json()["request_options"]["publicKey"]
    second = client.get(reverse("mfa_login_webauthn"), **ask).json()["request_options"]["publicKey"]

    assert first["challenge"] != second["challenge"]
    assert first["rpId"] == "testserver"
