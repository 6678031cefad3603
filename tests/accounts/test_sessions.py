"""Sessions know whose they are."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone

from accounts.models import Session
from accounts.sessions.services import clear_expired, end_all
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["accounts.sessions.db", "accounts.sessions.cached_db"])
def engine(request, settings):
    settings.SESSION_ENGINE = request.param
    return import_module(request.param).SessionStore


def test_a_session_is_nobodys_until_somebody_logs_in(engine):
    client, user = Client(), UserFactory()
    session = engine()
    session.create()
    assert Session.objects.get().user is None

    client.force_login(user)

    assert Session.objects.get(user__isnull=False).user == user
    client.logout()
    assert not Session.objects.filter(user=user).exists()


def test_ending_all_reaches_every_device_and_nobody_else(engine):
    user, other = UserFactory(), UserFactory()
    clients = [Client(), Client(), Client()]
    for client, who in zip(clients, [user, user, other], strict=True):
        client.force_login(who)

    assert end_all(user) == 2

    assert [SESSION_KEY in client.session for client in clients] == [False, False, True]


def test_ended_sessions_are_cleared(engine):
    Client().force_login(UserFactory())
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    clear_expired()

    assert not Session.objects.exists()
