"""Checks that stop a start: addresses in the wrong language, mail from nowhere."""

import os
import subprocess
import sys

import pytest
from django.utils import translation

from core.checks import SMTP, check_addresses, check_sender


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


@pytest.mark.parametrize("sender", ["webmaster@localhost", "", "Mỗi Xã", "Mỗi Xã <a@[127.0.0.1]>"])
def test_real_mail_from_nowhere_is_an_error(settings, sender):
    settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL = SMTP, sender

    assert [problem.id for problem in check_sender(None)] == ["core.E002"]


@pytest.mark.parametrize("sender", ["thu@moixa.example", "Mỗi Xã <thu@moixa.example>"])
def test_real_mail_from_an_address_is_fine(settings, sender):
    settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL = SMTP, sender

    assert check_sender(None) == []


def test_a_site_that_prints_its_mail_needs_no_sender(settings):
    settings.DEFAULT_FROM_EMAIL = "webmaster@localhost"

    assert check_sender(None) == []


@pytest.mark.parametrize(("sender", "starts"), [("", False), ("Mỗi Xã <thu@moixa.example>", True)])
def test_a_public_site_with_mail_does_not_start_without_its_sender(sender, starts):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DJANGO_SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "moixa.example",
        "SITE_URL": "https://moixa.example",
        "EMAIL_URL": "smtp+tls://ai:mat-khau@mail.moixa.example:587",
        **({"DEFAULT_FROM_EMAIL": sender} if sender else {}),
    }

    result = subprocess.run(
        [sys.executable, "manage.py", "check"], env=environment, capture_output=True, text=True, check=False
    )

    assert (result.returncode == 0) is starts
    assert ("core.E002" in result.stderr) is not starts
