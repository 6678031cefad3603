"""Consent: asked for each purpose, given by the person, kept with the text, taken back at any time."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from accounts.consents.models import ConsentRecord
from accounts.consents.queries import answers, has_consented
from accounts.consents.services import answer
from accounts.consents.texts import Purpose, purposes
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return UserFactory()


def test_nobody_has_consented_before_they_say_so(user):
    assert not any(one.given for one in answers(user).values())


def test_each_purpose_is_given_by_itself(user):
    (record,) = answer(user, {"marketing_sms": True, "marketing_email": False}, language="en")

    assert has_consented(user, "marketing_sms")
    assert not has_consented(user, "marketing_email")
    assert (record.text_version, record.language, record.channel) == (date(2026, 11, 24), "en", "account")


def test_taking_back_adds_a_record_and_an_unchanged_answer_none(user):
    answer(user, {"marketing_sms": True})
    answer(user, {"marketing_sms": True})
    answer(user, {"marketing_sms": False})

    assert not has_consented(user, "marketing_sms")
    assert list(ConsentRecord.objects.values_list("given", flat=True)) == [True, False]


def test_the_database_refuses_to_change_a_record(user):
    (record,) = answer(user, {"marketing_sms": True})

    with pytest.raises(DatabaseError, match="only added"), transaction.atomic():
        ConsentRecord.objects.filter(pk=record.pk).update(given=False)


def test_an_unknown_purpose_is_a_mistake_of_ours(user):
    with pytest.raises(KeyError):
        has_consented(user, "misspelt")


FILE = """
[news]
channel = "email"
[[news.texts]]
version = 2026-01-01
title_vi = "A"
title_en = "A"
vi = "cũ"
en = "old"
[[news.texts]]
version = {second}
{more}
title_vi = "B"
title_en = "B"
vi = "mới"
en = "new"
"""


def read(tmp_path, second="2026-06-01", more="") -> Purpose:
    path = tmp_path / "consents.toml"
    path.write_text(FILE.format(second=second, more=more), encoding="utf-8")
    purposes.cache_clear()
    return purposes(path)["news"]


@pytest.mark.parametrize(("more", "counts"), [("", True), ("ask_again = true", False)])
def test_a_new_text_asks_again_only_where_it_says_so(tmp_path, user, monkeypatch, more, counts):
    news = read(tmp_path, more=more)
    monkeypatch.setattr("accounts.consents.queries.purposes", lambda: {"news": news})
    ConsentRecord.objects.create(
        user=user, purpose="news", given=True, text_version=date(2026, 1, 1), language="vi", channel="account"
    )

    assert has_consented(user, "news") is counts
    assert news.current.text("en") == "new"
    assert news.version(date(2026, 1, 1)).text("vi") == "cũ"


def test_texts_follow_one_another(tmp_path):
    with pytest.raises(ValueError, match="news"):
        read(tmp_path, second="2025-01-01")


def test_the_shipped_texts_are_whole_in_both_languages():
    purposes.cache_clear()
    for purpose in purposes().values():
        for text in purpose.versions:
            assert all([*text.titles.values(), *text.texts.values()])
            assert text.text("vi") != text.text("en")
