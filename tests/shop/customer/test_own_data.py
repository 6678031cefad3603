"""One's own data: a copy to take along, and the account erased."""

import json
import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import RetainedRecord, User
from accounts.personal.erase import erase_person
from shop.customer.views.data import EXPORTS
from tests.factories import OrderFactory, UserAddressFactory
from tests.shop.customer.account import address_of
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("new_site")


def shows_themselves(client, user, seconds_ago=0):
    """Write into the session what a log-in by password leaves there."""
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time() - seconds_ago}]
    session["account_authentication_methods_user"] = str(user.pk)
    session["_account_authentication_methods_user_id"] = str(user.pk)
    session.save()


def test_a_copy_needs_a_recent_proof(signed_in, user):
    page = signed_in.get(address_of("data")).content.decode()
    assert reverse("account_reauthenticate") in page
    assert address_of("data-export") not in page

    response = signed_in.post(address_of("data-export"))
    assert (response.status_code, response.url) == (302, address_of("data"))


def test_an_old_proof_does_not_count(signed_in, user):
    shows_themselves(signed_in, user, seconds_ago=3600)

    assert signed_in.post(address_of("data-export")).status_code == 302


def test_the_copy_is_a_private_file(signed_in, user):
    UserAddressFactory(user=user, line1="Hẻm Thử")
    shows_themselves(signed_in, user)

    response = signed_in.post(address_of("data-export"))

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "Hẻm Thử" in json.loads(response.content)["addresses"][0]["address"]


def test_copies_are_limited(signed_in, user):
    cache.clear()
    shows_themselves(signed_in, user)
    answers = [signed_in.post(address_of("data-export")).status_code for _ in range(EXPORTS.most + 1)]

    assert answers == [200] * EXPORTS.most + [429]


def test_erasing_says_what_goes_and_what_stays(signed_in):
    page = signed_in.get(address_of("data-erase")).content.decode()

    assert "Địa chỉ đã lưu" in page
    assert "trong 3 năm" in page
    assert 'name="words"' not in page


def test_erasing_needs_the_words_and_a_recent_proof(signed_in, user):
    assert signed_in.post(address_of("data-erase"), {"words": "xóa tài khoản"}).status_code == 403

    shows_themselves(signed_in, user)
    response = signed_in.post(address_of("data-erase"), {"words": "xóa"})

    assert response.status_code == 422
    assert "Gõ đúng" in response.content.decode()
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize(
    ("language", "typed"), [("vi", "xóa tài khoản"), ("vi", " XOA TAI KHOAN "), ("en", "erase my account")]
)
def test_a_confirmed_person_is_gone_and_every_device_forgets(signed_in, user, language, typed):
    order = OrderFactory(user=user)
    other_device = Client()
    other_device.force_login(user)
    shows_themselves(signed_in, user)

    response = signed_in.post(address_of("data-erase", language=language), {"words": typed})

    assert (response.status_code, response.url) == (303, address_of("erased", language=language))
    assert not User.objects.filter(pk=user.pk).exists()
    assert RetainedRecord.objects.get().reference == order.number
    assert SESSION_KEY not in signed_in.session
    assert other_device.get(address_of("summary")).status_code == 302
    assert signed_in.get(response.url).status_code == 200


def test_a_second_click_ends_on_the_same_page(signed_in, user, monkeypatch):
    def clicked_twice(person):
        erase_person(person)
        erase_person(person)

    monkeypatch.setattr("shop.customer.views.data.erase_person", clicked_twice)
    shows_themselves(signed_in, user)

    response = signed_in.post(address_of("data-erase"), {"words": "xóa tài khoản"})

    assert (response.status_code, response.url) == (303, address_of("erased"))
    assert SESSION_KEY not in signed_in.session


def test_the_only_administrator_is_told_why_not(signed_in, user):
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    shows_themselves(signed_in, user)

    page = signed_in.get(address_of("data-erase")).content.decode()
    assert "quản trị viên duy nhất" in page
    assert signed_in.post(address_of("data-erase"), {"words": "xóa tài khoản"}).status_code == 409
    assert User.objects.filter(pk=user.pk).exists()
