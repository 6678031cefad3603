"""There is one door: no other address of the site logs anybody in."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from tests.accounts.doors import PASSWORD, known, log_in, who_is_in
from tests.accounts.factors import with_app
from tests.every_address import every_address

pytestmark = pytest.mark.django_db

EMAIL = "bong@example.vn"
#: The address that takes a password from strangers; all others must not.
DOORS = {"account_login"}
#: The same secret under every name that a log-in form of Django, Wagtail, Oscar or an API might use.
CREDENTIALS = {
    "username": EMAIL,
    "login": EMAIL,
    "email": EMAIL,
    "phone": "+84912000111",
    "login-username": EMAIL,
    "login-password": PASSWORD,
    "login_submit": "1",
    "password": PASSWORD,
    "password1": PASSWORD,
    "password2": PASSWORD,
}


def test_no_other_address_takes_a_password():
    user = known(phone="+84912000111", email=EMAIL, is_staff=True, is_superuser=True)
    tried = 0

    for name, path in every_address():
        if name in DOORS:
            continue
        client = Client(raise_request_exception=False)
        client.post(path, CREDENTIALS)
        tried += 1
        assert who_is_in(client) is None, f"{name} at {path} logs in"

    assert tried > 600
    control = Client()
    control.post(reverse("account_login"), CREDENTIALS)
    assert who_is_in(control) == user


def test_the_walk_meets_the_doors_that_were_there():
    paths = {path for _name, path in every_address()}

    assert {"/cms/login/", "/dashboard/login/", "/tai-khoan/vao/", "/en/account/enter/"} <= paths


@pytest.mark.parametrize(
    "address", ["/cms/login/", "/dashboard/login/", "/tai-khoan/vao/", "/en/account/enter/"]
)
def test_old_doors_lead_to_the_one_there_is(client, address):
    response = client.get(address, {"next": "/cms/pages/"})

    login = "/en/account/log-in/" if address.startswith("/en/") else "/tai-khoan/dang-nhap/"
    assert (
        response.headers["Location"] == f"{login}?next=/cms/pages/"
        or response.headers["Location"] == f"{login}?next=%2Fcms%2Fpages%2F"
    )


def test_oscars_name_for_its_log_in_still_leads_somewhere(client):
    assert client.get(reverse("customer:login")).headers["Location"] == reverse("account_login")


@pytest.mark.parametrize(
    "address", ["/cms/password_reset/", "/cms/password_reset/done/", "/cms/password_reset/confirm/MQ/x-y/"]
)
def test_wagtails_way_to_a_new_password_leads_to_ours(client, address):
    assert client.get(address).headers["Location"] == reverse("account_reset_password")


@pytest.mark.parametrize("address", ["/cms/", "/cms/users/", "/dashboard/", "/dashboard/orders/"])
def test_staff_come_in_by_the_same_door_and_its_second_factor(client, address):
    user = known(phone=None, email=EMAIL, is_staff=True, is_superuser=True)
    with_app(user)
    response = client.get(address, follow=True)
    assert response.redirect_chain[-1][0].startswith(reverse("account_login"))

    response = log_in(client, EMAIL, next=address)

    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert client.get(address).status_code == 302
    code = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    assert client.post(reverse("mfa_authenticate"), {"code": code}).headers["Location"] == address
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/cms/", "/cms/users/", "/dashboard/", "/dashboard/orders/"])
def test_a_buyer_at_a_staff_door_is_refused_and_not_sent_in_circles(client, address):
    known(phone=None, email=EMAIL)
    log_in(client, EMAIL)

    response = client.get(address, follow=True)

    assert response.status_code == 403
    assert len(response.redirect_chain) <= 3


def test_wagtails_page_of_the_own_account_changes_neither_password_nor_address(client):
    user = known(phone=None, email=EMAIL, is_staff=True, is_superuser=True)
    log_in(client, EMAIL)
    html = client.get("/cms/account/").content.decode()

    assert "old_password" not in html
    assert 'name="name_email-email"' not in html
    user.refresh_from_db()
    assert user.email == EMAIL
