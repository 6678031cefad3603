"""Checks that stop a start with addresses in the wrong language."""

from django.utils import translation

from core.checks import check_addresses


def test_addresses_speak_their_language():
    assert check_addresses(None) == []


def test_missing_translations_are_an_error(monkeypatch):
    monkeypatch.setattr("core.checks.reverse", lambda _name: "/products/")

    problems = check_addresses(None)

    assert [problem.id for problem in problems] == ["core.E001", "core.E001"]
    assert "/san-pham/" in problems[0].msg


def test_the_check_leaves_the_language_alone():
    with translation.override("en"):
        check_addresses(None)
        assert translation.get_language() == "en"
