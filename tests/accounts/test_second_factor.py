"""The second factor: set up, asked for at every way in, required of staff."""

import json
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from tests.accounts.device import Device
from tests.accounts.doors import (
    PASSWORD,
    ask_for_code,
    code_by_sms,
    enter_code,
    known,
    log_in,
    who_is_in,
)

pytestmark = pytest.mark.django_db

PHONE, EMAIL = "+84912000111", "bong@example.vn"


def code_of(secret):
    """Return what an app with this secret shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def with_app(user):
    """Give somebody an app and recovery codes; return the app's secret."""
    from allauth.core import context  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    secret = totp.generate_totp_secret()
    with context.request_context(RequestFactory().get("/")):
        totp.TOTP.activate(user, secret)
        RecoveryCodes.activate(user)
    return secret


@pytest.fixture
def person():
    return known(phone=PHONE, email=EMAIL)


def reauthenticate(client):
    return client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


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


def clerk(**fields):
    """Return somebody whom a group lets into Wagtail's admin."""
    user = known(is_staff=True, **fields)
    group = Group.objects.create(name="Nhóm thử")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    return user


STAFF_AREAS = ["/cms/", "/cms/pages/", "/cms/account/", "/dashboard/", "/dashboard/orders/"]


@pytest.mark.parametrize("address", STAFF_AREAS)
def test_staff_without_a_second_factor_are_sent_to_set_one_up(client, settings, address):
    settings.STAFF_SECOND_FACTOR = True
    clerk(phone=None, email=EMAIL)
    log_in(client, EMAIL)

    response = client.get(address)

    assert response.headers["Location"] == f"{reverse('mfa_index')}?next={address.replace('/', '%2F')}"
    assert "lớp bảo vệ thứ hai" in client.get(response.headers["Location"]).content.decode()
    assert client.post(address).headers["Location"] == reverse("mfa_index")


def test_staff_with_one_come_in(client, settings):
    settings.STAFF_SECOND_FACTOR = True
    user = clerk(phone=None, email=EMAIL)
    secret = with_app(user)
    log_in(client, EMAIL, next="/cms/")

    response = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert response.headers["Location"] == "/cms/"
    assert client.get("/cms/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(client, settings):
    settings.STAFF_SECOND_FACTOR = True
    user = clerk(phone=None, email=EMAIL)
    with_app(user)
    Authenticator.objects.filter(type="totp").delete()
    log_in(client, EMAIL)

    assert client.get("/cms/").status_code == 302


def test_without_the_setting_staff_come_in_by_password(client):
    clerk(phone=None, email=EMAIL)
    log_in(client, EMAIL)

    assert client.get("/cms/").status_code == 200


def test_strangers_and_buyers_meet_the_same_doors_with_the_setting(client, settings, person):
    settings.STAFF_SECOND_FACTOR = True
    assert client.get("/cms/").headers["Location"].startswith(reverse("account_login"))
    assert client.get("/san-pham/").status_code == 200
    log_in(client, EMAIL)

    assert client.get(reverse("account_email")).status_code == 200


@pytest.mark.parametrize("login", [EMAIL, "0912 000 111"])
def test_a_lost_second_factor_is_forgotten_on_the_command_line(client, person, login, capsys):
    with_app(person)

    call_command("forget_second_factor", login)

    assert "2 removed" in capsys.readouterr().out
    log_in(client, EMAIL)
    assert who_is_in(client) == person


@pytest.mark.parametrize("login", ["ai@example.vn", "0987 654 321", "12"])
def test_the_command_names_what_it_does_not_find(person, login):
    with_app(person)

    with pytest.raises(CommandError, match=login):
        call_command("forget_second_factor", login)

    assert Authenticator.objects.count() == 2
