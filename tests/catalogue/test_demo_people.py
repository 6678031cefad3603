"""The people of the demo come in, each at their own place, and on demo sites only."""

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as site
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from catalogue.demo.people import PASSWORD, PEOPLE, load_people, log_ins
from core.clock import today
from core.serving.announcement import announcement
from core.serving.web import WebOptions
from producers.models import Membership
from tests.accounts.doors import log_in, who_is_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_shops")]


@pytest.fixture
def people():
    load_people(today())


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.who)
def test_each_comes_in_by_the_public_password(people, person):
    client = Client()

    log_in(client, person.login, PASSWORD)

    assert who_is_in(client).full_name == person.full_name
    assert client.get(person.path, follow=True).status_code == 200


def test_they_are_what_they_are_called(people):
    roles = dict(Membership.objects.filter(user__is_demo=True).values_list("user__full_name", "role"))
    groups = dict(User.objects.filter(is_demo=True, is_staff=True).values_list("full_name", "groups__name"))

    assert roles == {"Trần Văn Ví Dụ": "owner", "Lê Thị Ví Dụ": "packer"}
    assert groups == {"Phạm Văn Ví Dụ": "Biên tập", "Hồ Thị Ví Dụ": "Văn phòng chương trình"}
    assert not User.objects.filter(is_demo=True, is_superuser=True).exists()


def test_loading_again_undoes_what_visitors_did(people):
    user = User.objects.get(full_name="Nguyễn Thị Ví Dụ")
    before = User.objects.filter(is_demo=True).count()
    user.set_password("một mật khẩu khác")
    user.is_active = False
    user.save()
    Authenticator.objects.create(user=user, type="totp", data={})

    load_people(today())

    client = Client()
    log_in(client, "0271 000 0101", PASSWORD)
    assert who_is_in(client) == user
    assert User.objects.filter(is_demo=True).count() == before


def test_they_refuse_to_exist_where_the_site_is_no_demo(people, settings):
    settings.DEMO = False

    for person in PEOPLE:
        client = Client()
        log_in(client, person.login, PASSWORD)
        assert who_is_in(client) is None
    with pytest.raises(CommandError):
        call_command("load_demo", verbosity=0)
    assert PASSWORD not in announcement(WebOptions("127.0.0.1", 8000, 1, 1))


def test_the_start_of_a_demo_site_prints_them(people):
    lines = announcement(WebOptions("127.0.0.1", 8000, 1, 1))

    assert site.DEMO
    assert len(log_ins()) == len(PEOPLE)
    for person in PEOPLE:
        assert f"{person.login}  {PASSWORD}" in lines


def test_nothing_is_printed_before_they_are_loaded():
    assert log_ins() == []
