"""Links that confirm an address: on the device of the sign-up, on another one, broken."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.doors import (
    ask_for_code,
    code_by_mail,
    enter_code,
    known,
    link_by_mail,
    log_in,
    sign_up,
    who_is_in,
)

pytestmark = pytest.mark.django_db

PHONE, EMAIL = "+84912000111", "bong@example.vn"


def test_a_link_opened_elsewhere_confirms_but_logs_nobody_in(client):
    sign_up(client, email=EMAIL)
    elsewhere = Client()

    response = elsewhere.post(link_by_mail(), follow=True)

    assert who_is_in(elsewhere) is None
    assert response.redirect_chain == [(reverse("account_request_login_code"), 302)]
    assert "đăng nhập bằng mã chúng tôi gửi tới địa chỉ này" in response.content.decode()
    assert EmailAddress.objects.get(email=EMAIL).verified


def test_a_link_opened_elsewhere_leads_members_to_the_log_in(client):
    user = known(phone=None, email="cu@example.vn")
    EmailAddress.objects.create(user=user, email=EMAIL)
    log_in(client, "cu@example.vn")
    client.post(reverse("account_email"), {"action_send": "1", "email": EMAIL})

    response = Client().post(link_by_mail(), follow=True)

    assert response.redirect_chain == [(reverse("account_login"), 302)]
    assert "Giờ bạn có thể đăng nhập." in response.content.decode()


def test_a_link_opened_elsewhere_ends_a_password_that_a_stranger_may_have_chosen(client):
    sign_up(client, email=EMAIL)
    owner = Client()

    owner.post(link_by_mail())

    log_in(client, EMAIL)
    assert who_is_in(client) is None
    ask_for_code(owner, EMAIL)
    enter_code(owner, code_by_mail())
    assert who_is_in(owner) == User.objects.get(email=EMAIL)


def test_a_link_opened_where_one_signed_up_keeps_the_password(client):
    sign_up(client, email=EMAIL)
    client.post(link_by_mail())
    elsewhere = Client()

    log_in(elsewhere, EMAIL)

    assert who_is_in(elsewhere) == User.objects.get(email=EMAIL)


@pytest.mark.parametrize("key", ["x", "a:b:c", "MQ:1abc:xyz"])
def test_a_broken_link_says_so(client, key):
    response = client.get(reverse("account_confirm_email", args=[key]))

    assert response.status_code == 200
    assert "đã dùng rồi hoặc đã quá hạn" in response.content.decode()
    assert client.post(reverse("account_confirm_email", args=[key])).status_code == 404
