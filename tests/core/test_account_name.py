"""The cookie that names the account link."""

from urllib.parse import unquote

import pytest
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def cookie_after(client, address="/gio-hang/"):
    return client.get(address).cookies.get("account_name")


def test_it_holds_the_given_name_and_scripts_may_read_it(client, settings):
    settings.SESSION_COOKIE_SECURE = True
    client.force_login(UserFactory(full_name="Trần Thị Lan"))

    cookie = cookie_after(client)

    assert unquote(cookie.value) == "Lan"
    assert not cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"
    assert cookie_after(client) is None  # it is right already


@pytest.mark.parametrize(
    ("name", "shown"), [("", "-"), ("Y'Blóc; Path=/x, é", "é"), ("A" * 90, "A" * 20), ("Nguyễn Ễ", "Ễ")]
)
def test_any_name_fits(client, name, shown):
    client.force_login(UserFactory(full_name=name))

    assert unquote(cookie_after(client).value) == shown


def test_it_follows_a_new_name(client):
    person = UserFactory(full_name="Trần Lan")
    client.force_login(person)
    cookie_after(client)
    person.full_name = "Trần Huệ"
    person.save()

    assert unquote(cookie_after(client).value) == "Huệ"


def test_it_goes_with_the_session(client):
    client.force_login(UserFactory())
    cookie_after(client)
    client.session.flush()

    assert cookie_after(client).value == ""


def test_public_pages_neither_read_nor_set_it(client):
    client.force_login(UserFactory(full_name="Trần Lan"))

    response = client.get(reverse("catalogue:index"))

    assert not response.cookies
    assert b"Lan" not in response.content
