"""A NUL character, which PostgreSQL stores in no text, reaches no query: never an error page of 500."""

import re
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from shop.wishlists.models import WishList
from tests.accounts.doors import known
from tests.every_address import every_address
from tests.factories import MembershipFactory, ProductFactory

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("accounts", "catalogue", "cms", "core", "producers", "regions", "search", "shop")
#: Names under which our own code reads parameters and fields by itself.
_READ = re.compile(r"""(?:GET|POST)(?:\.get|\.getlist|\[)\(?["'](\w+)["']""")
_NAME = re.compile(r"""<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)\"""")
#: The token is no text of a visitor's; without it nothing is sent at all.
_TOKEN = "csrfmiddlewaretoken"


def names_read():
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    return {name for path in files for name in _READ.findall(path.read_text(encoding="utf-8"))}


@pytest.fixture
def staff():
    """Somebody who may open every page, with a shop and a product under the number that is asked."""
    user = known(phone="+84912000111", email="bong@example.vn", is_staff=True, is_superuser=True)
    MembershipFactory(user=user)
    ProductFactory(stocked=True)
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def unharmed(ask):
    """Return the answer, and undo what it has done to the database and the session."""
    with transaction.atomic():
        answer = ask()
        transaction.set_rollback(True)
    return answer


def test_no_form_and_no_parameter_ends_in_an_error(staff):
    common = names_read()
    assert {"contact", "q", "save"} <= common
    paths = dict.fromkeys(path for _name, path in every_address() if not path.startswith("/en/"))
    failed = []

    for path in paths:
        cookies = staff.cookies.copy()

        def answer_with(value, ask, names, path=path, cookies=cookies):
            answer = unharmed(lambda: ask(path, dict.fromkeys(names, value)))
            staff.cookies = cookies.copy()
            return answer

        names = common
        for ask in (staff.get, staff.post):
            answer = answer_with("1\x00", ask, names)
            # Some screens of Wagtail's end in an error for any made-up value.
            if answer.status_code >= 500 > answer_with("1", ask, names).status_code:
                failed.append(f"{ask.__name__} {path}")
            if not answer.streaming:
                names = common | set(_NAME.findall(answer.content.decode(errors="replace"))) - {_TOKEN}

    assert len(paths) > 300
    assert failed == []


@pytest.mark.parametrize("place", ["%00", "x%00y"])
def test_an_address_with_one_is_not_found(staff, place):
    for path in dict.fromkeys(path for _name, path in every_address()):
        address = f"{path.rstrip('/')}{place}/"
        assert staff.get(address).status_code == 404, address
        assert staff.post(address).status_code == 404, address


def test_what_is_typed_around_it_is_kept(client):
    user = known(email="bong@example.vn")
    client.force_login(user)

    client.post(reverse("wishlists:lists"), {"name": "Quà\x00 Tết", "na\x00me": "x"})

    assert WishList.objects.get(owner=user).name == "Quà Tết"


def test_a_cookie_with_one_is_no_session(client):
    answer = client.get(reverse("customer:summary"), headers={"cookie": 'sessionid="\\000aaaaaaaaaaaa"'})

    assert answer.status_code == 302
