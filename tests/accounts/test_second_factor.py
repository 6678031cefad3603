"""The second factor: an app and recovery codes, set up and asked for at every way in."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse

from tests.accounts.doors import EMAIL, ask_for_code, code_by_sms, enter_code, log_in, who_is_in
from tests.accounts.factors import code_of, reauthenticate, with_app

pytestmark = pytest.mark.django_db


def test_an_app_is_set_up_and_then_asked_for(client, person, django_capture_on_commit_callbacks):
    log_in(client, EMAIL)
    page = reverse("mfa_activate_totp")
    assert client.get(page).headers["Location"].startswith(reverse("account_reauthenticate"))
    reauthenticate(client)
    html = client.get(page).content.decode()
    secret = re.search(r'door__secret">([A-Z2-7]+)<', html)[1]
    assert "<svg" in html
    assert "style=" not in html
    assert "<script>" not in html

    assert "Mã chưa đúng" in client.post(page, {"code": "000000"}).content.decode()
    secret = re.search(r'door__secret">([A-Z2-7]+)<', client.get(page).content.decode())[1]
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(page, {"code": code_of(secret)})

    assert response.headers["Location"] == reverse("mfa_view_recovery_codes")
    codes = re.findall(r"<code>(\d{8})</code>", client.get(response.headers["Location"]).content.decode())
    assert len(codes) == 10
    assert {letter.subject for letter in mail.outbox} == {"Đã thêm ứng dụng xác thực"}
    client.post(reverse("account_logout"))
    response = log_in(client, EMAIL)
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert who_is_in(client) is None
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert who_is_in(client) == person


def test_the_secret_cannot_be_read_from_the_database(person, settings):
    secret = with_app(person)

    data = Authenticator.objects.get(user=person, type="totp").data
    assert secret not in str(data)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new key of the site, as long as keys are"
    assert Authenticator.objects.get(user=person, type="totp").wrap().validate_code(code_of(secret))


@pytest.mark.parametrize("way", ["password", "code"])
def test_every_way_in_asks_for_it(client, person, way):
    secret = with_app(person)
    if way == "password":
        response = log_in(client, "0912000111", next="/gio-hang/")
    else:
        ask_for_code(client, "0912000111")
        response = enter_code(client, code_by_sms())
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert who_is_in(client) is None
    for private in ("account_email", "mfa_index", "account_new_password"):
        assert client.get(reverse(private)).headers["Location"].startswith(reverse("account_login"))

    response = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert who_is_in(client) == person
    if way == "password":
        assert response.headers["Location"] == "/gio-hang/"


def test_a_code_of_the_app_is_good_once(client, person):
    code = code_of(with_app(person))
    log_in(client, EMAIL)
    client.post(reverse("mfa_authenticate"), {"code": code})
    client.post(reverse("account_logout"))

    log_in(client, EMAIL)
    response = client.post(reverse("mfa_authenticate"), {"code": code})

    assert "Mã chưa đúng" in response.content.decode()
    assert who_is_in(client) is None


def test_a_recovery_code_is_good_once(client, person):
    with_app(person)
    codes = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    log_in(client, EMAIL)
    client.post(reverse("mfa_authenticate"), {"code": codes[3]})
    assert who_is_in(client) == person
    client.post(reverse("account_logout"))

    log_in(client, EMAIL)
    client.post(reverse("mfa_authenticate"), {"code": codes[3]})

    assert who_is_in(client) is None


@pytest.mark.parametrize("code", ["", "abc", "12345678901234567890", "\x00", "０００００0"])
def test_any_text_as_a_code_is_only_wrong(client, person, code):
    with_app(person)
    log_in(client, EMAIL)

    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200
    assert who_is_in(client) is None


def test_codes_can_be_saved_and_made_anew(client, person):
    with_app(person)
    log_in(client, EMAIL)
    client.post(reverse("mfa_authenticate"), {"code": _recovery(person)[0]})
    reauthenticate(client)
    before = _recovery(person)

    file = client.get(reverse("mfa_download_recovery_codes"))
    client.post(reverse("mfa_generate_recovery_codes"))

    assert file.content.decode().split() == before
    assert file.headers["Content-Type"].startswith("text/plain")
    assert not set(before) & set(_recovery(person))


def _recovery(person):
    return Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()


def test_the_app_is_removed(client, person):
    secret = with_app(person)
    log_in(client, EMAIL)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    reauthenticate(client)

    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))

    assert not Authenticator.objects.exists()
