"""Staff areas open with a second factor only, where the site asks for one; a lost one is forgotten."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.accounts.doors import EMAIL, known, log_in, who_is_in
from tests.accounts.factors import code_of, reauthenticate, with_app

pytestmark = pytest.mark.django_db


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


def set_up_app(client):
    """Set up an app as the pages ask, and return the answer."""
    reauthenticate(client)
    page = reverse("mfa_activate_totp")
    secret = re.search(r'door__secret">([A-Z2-7]+)<', client.get(page).content.decode())[1]
    return client.post(page, {"code": code_of(secret)})


def test_after_setting_one_up_staff_go_on_to_where_they_wanted(client, settings):
    settings.STAFF_SECOND_FACTOR = True
    clerk(phone=None, email=EMAIL)
    log_in(client, EMAIL)
    client.get("/cms/account/?tab=1")

    codes = client.get(set_up_app(client).headers["Location"]).content.decode()

    assert 'href="/cms/account/?tab=1"' in codes
    assert client.get("/cms/account/?tab=1").status_code == 200
    assert 'href="/cms/account/?tab=1"' not in client.get(reverse("mfa_view_recovery_codes")).content.decode()


def test_where_the_codes_are_known_staff_go_on_at_once(client, settings):
    settings.STAFF_SECOND_FACTOR = True
    user = clerk(phone=None, email=EMAIL)
    with_app(user)
    Authenticator.objects.filter(type="totp").delete()
    log_in(client, EMAIL)
    client.get("/dashboard/orders/")

    assert set_up_app(client).headers["Location"] == "/dashboard/orders/"


def test_who_came_from_no_staff_area_stays_with_the_second_factor(client, person):
    log_in(client, EMAIL)

    codes = client.get(set_up_app(client).headers["Location"]).content.decode()

    assert "khu vực nhân viên" not in codes


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
