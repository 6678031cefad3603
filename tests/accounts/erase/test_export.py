"""The file that a person may have holds what every room keeps, and nothing of others."""

import json

import pytest

from accounts.personal.export import export_person
from core.personal_data import personal_data
from tests.accounts import dump
from tests.accounts.erase.somebody import (
    EMAIL,
    NAME,
    OTHER_EMAIL,
    PHONE,
    STREET,
)
from tests.factories import UserFactory


@pytest.mark.django_db
def test_the_export_holds_what_every_room_keeps(person):
    content = json.loads(export_person(person))

    assert set(content) == {"made_at", *(filler().name for filler in personal_data)}
    assert content["account"]["phone"] == PHONE
    assert [one["email"] for one in content["account"]["email_addresses"]] == [EMAIL, OTHER_EMAIL]
    assert content["addresses"][0]["name"] == NAME
    assert len(content["orders"]) == 2
    assert content["orders"][0]["shipping_address"]["line1"] == STREET
    assert [one["purpose"] for one in content["consents"]] == ["marketing_email", "marketing_sms"]
    assert content["reviews"]["written"][0]["body"] == PHONE
    assert NAME in export_person(person)


@pytest.mark.django_db
def test_the_export_holds_nothing_of_others(person):
    assert not dump.places_of([NAME, PHONE, EMAIL, STREET], {"file": export_person(UserFactory())})
