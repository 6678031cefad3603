"""What tests of the second factor have in common: an app, its codes, the password once more."""

import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from tests.accounts.doors import (
    PASSWORD,
)


def code_of(secret):
    """Return what an app with this secret shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def with_app(user):
    """Give somebody an app and recovery codes; return the app's secret."""
    from allauth.core import context  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    secret = totp.generate_totp_secret()
    with context.request_context(RequestFactory().get("/")):
        totp.TOTP.activate(user, secret)
        RecoveryCodes.activate(user)
    return secret


def reauthenticate(client):
    """Type the password once more."""
    return client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
