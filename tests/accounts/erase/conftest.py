"""The person who will be erased, with words of their own for messages."""

import shutil

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from shop.address.models import Country
from tests.accounts.erase.somebody import (
    EMAIL,
    EVENT,
    NAME,
    OTHER_EMAIL,
    PHONE,
    ask_for_shops,
    talk_to,
    trade_with,
    work_as,
    write_to_the_office,
)
from tests.factories import UserFactory


@pytest.fixture(autouse=True)
def words(settings, tmp_path):
    """An event with words for both channels, of this test alone."""
    from accounts.messages import texts  # noqa: PLC0415

    (tmp_path / "messages").mkdir()
    for kind in ("email", "subject", "sms"):
        (tmp_path / "messages" / f"{EVENT}.{kind}.txt").write_text("{{ who }}", encoding="utf-8")
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]},
        *settings.TEMPLATES[1:],
    ]
    texts.channels_of.cache_clear()
    yield
    texts.channels_of.cache_clear()


@pytest.fixture(autouse=True)
def nothing_of_earlier_tests():
    """A rolled back test leaves files behind, and on Redis sessions, of earlier runs too."""
    for alias in settings.CACHES:
        caches[alias].clear()
    for root in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT):
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def person(db):
    """Somebody with an unmistakable name in every place of the site."""
    Country.objects.get_or_create(
        iso_3166_1_a2="VN", defaults={"printable_name": "Việt Nam", "name": "Việt Nam"}
    )
    user = UserFactory(full_name=NAME, phone=PHONE, email=EMAIL, phone_verified_at=timezone.now())
    user.emailaddress_set.create(email=EMAIL, verified=True, primary=True)
    user.emailaddress_set.create(email=OTHER_EMAIL, verified=True)
    user.authenticator_set.create(type="totp", data={"secret": EMAIL})
    trade_with(user)
    talk_to(user)
    write_to_the_office(user)
    ask_for_shops(user)
    work_as(user)
    for _device in range(2):
        client = Client()
        client.force_login(user)
        session = client.session
        session["typed"] = f"{NAME} {PHONE}"
        session.save()
    return user
