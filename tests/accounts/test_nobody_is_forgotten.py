"""A new table about people cannot be forgotten: its room must say how it is exported and erased."""

import re

import pytest
from django.apps import apps
from django.db.models import CASCADE, DO_NOTHING, SET_NULL
from simple_history.models import HistoricalChanges

from accounts.models import User
from core.personal_data import personal_data

#: Columns in which somebody's name, number or address stands.
PERSONAL = re.compile(r"^(full_name|first_name|last_name|.*phone.*|.*e?mail|.*email_address|address)$")
#: Tables of ours whose contents are no visitor's, or go with a row of another table.
NOT_PEOPLE = {
    "partner.Partner": "the contact that a producer publishes",
    "partner.PartnerAddress": "where a producer is",
    "cms.SiteWords": "the operator's own contact",
    "wishlists.WishListSharedEmail": "goes with the list",
    "accounts.User": "the person",
}
#: Rooms that speak for a fork that has no code of its own.
SPOKEN_FOR = {"reviews": "shop.customer", "communication": "shop.customer"}
LIBRARIES = ("wagtail", "allauth", "django", "oscar.apps.dashboard", "sorl", "taggit", "modelcluster")


def our_models():
    return [
        model
        for model in apps.get_models()
        if not model._meta.app_config.name.startswith(LIBRARIES) and not issubclass(model, HistoricalChanges)
    ]


def columns_about_people(model):
    return [field.name for field in model._meta.concrete_fields if PERSONAL.match(field.name)]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_a_room_with_names_and_numbers_says_how_they_go(model):
    label = model._meta.label
    if not columns_about_people(model) or label in NOT_PEOPLE:
        return
    room = SPOKEN_FOR.get(model._meta.app_label, model._meta.app_config.name)
    modules = {filler.__module__ for filler in personal_data}

    assert any(module.startswith(f"{room}.") for module in modules), (
        f"{label} keeps {columns_about_people(model)}: fill core.personal_data in {room}, "
        "and put the person there in tests/accounts/erase/somebody.py."
    )


def test_no_row_holds_a_person_back():
    held = {
        f"{relation.related_model._meta.label}.{relation.field.name}": relation.on_delete.__name__
        for relation in User._meta.related_objects
        if not relation.many_to_many and relation.on_delete not in {CASCADE, SET_NULL, DO_NOTHING}
    }

    assert held == {}, "people must be free to go: use CASCADE, or SET_NULL for who did something"


def test_each_part_of_the_export_has_a_name_of_its_own():
    names = [filler().name for filler in personal_data]

    assert len(set(names)) == len(names)
    assert "made_at" not in names
