"""Another number, more addresses: they count once they are confirmed, and the last way in stays."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.doors import (
    EMAIL,
    PASSWORD,
    PHONE,
    code_by_sms,
    enter_code,
    known,
    link_by_mail,
    log_in,
    who_is_in,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_another_number_counts_once_its_code_is_entered(client, person):
    log_in(client, EMAIL)

    response = client.post(reverse("account_change_phone"), {"phone": "0987 654 321"})
    person.refresh_from_db()
    assert person.phone == PHONE
    enter_code(client, code_by_sms(), "account_verify_phone")

    person.refresh_from_db()
    assert response.headers["Location"] == reverse("account_verify_phone")
    assert person.phone == "+84987654321"
    assert person.check_password(PASSWORD)
    assert "Đã xác nhận số 0987 654 321" in client.get(reverse("account_change_phone")).content.decode()


def test_a_number_of_somebody_else_is_not_taken(client, person):
    other = known(phone="+84987654321", email=None)
    log_in(client, EMAIL)

    client.post(reverse("account_change_phone"), {"phone": "0987 654 321"})
    response = enter_code(client, code_by_sms(), "account_verify_phone")

    person.refresh_from_db()
    other.refresh_from_db()
    assert "thuộc một tài khoản khác" in response.content.decode()
    assert (person.phone, other.phone) == (PHONE, "+84987654321")


def test_a_number_that_somebody_only_claimed_goes_to_who_shows_it(client, person):
    UserFactory(phone="+84987654321", email=None)
    log_in(client, EMAIL)

    client.post(reverse("account_change_phone"), {"phone": "0987 654 321"})
    enter_code(client, code_by_sms(), "account_verify_phone")

    assert User.objects.get(phone="+84987654321") == person


def test_one_more_address_is_confirmed_by_its_link_and_made_the_first(client, person):
    log_in(client, EMAIL)
    page = reverse("account_email")

    client.post(page, {"action_add": "1", "email": "Moi@Example.vn"})
    new = EmailAddress.objects.get(email="moi@example.vn")
    client.post(page, {"action_primary": "1", "email": new.email})
    new.refresh_from_db()
    assert not new.primary
    client.post(link_by_mail())
    client.post(page, {"action_primary": "1", "email": new.email})

    person.refresh_from_db()
    assert person.email == "moi@example.vn"
    client.post(page, {"action_remove": "1", "email": EMAIL})
    assert not EmailAddress.objects.filter(email=EMAIL).exists()


def test_the_last_way_in_stays(client):
    user = known(phone=None, email=EMAIL)
    log_in(client, EMAIL)

    response = client.post(reverse("account_email"), {"action_remove": "1", "email": EMAIL}, follow=True)

    user.refresh_from_db()
    assert user.email == EMAIL
    assert "Giữ lại bong@example.vn" in response.content.decode()


def test_the_last_address_goes_where_a_number_stays(client, person):
    log_in(client, EMAIL)

    client.post(reverse("account_email"), {"action_remove": "1", "email": EMAIL})

    person.refresh_from_db()
    assert person.email is None
    assert not EmailAddress.objects.exists()


def test_an_address_of_somebody_else_is_out_of_reach(client, person):
    other = known(phone=None, email="khac@example.vn")
    log_in(client, EMAIL)

    client.post(reverse("account_email"), {"action_remove": "1", "email": other.email})

    other.refresh_from_db()
    assert other.email == "khac@example.vn"
    assert EmailAddress.objects.filter(user=other).exists()


def test_looking_at_a_link_logs_nobody_out(client, person):
    other = known(phone=None, email="khac@example.vn")
    EmailAddress.objects.create(user=other, email="them@example.vn")
    device = Client()
    log_in(device, other.email)
    device.post(reverse("account_email"), {"action_send": "1", "email": "them@example.vn"})
    log_in(client, EMAIL)

    client.get(link_by_mail())

    assert who_is_in(client) == person
