"""What tests at the doors have in common: people who have shown their number or address, codes, who is in."""

import re

from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import sms
from accounts.models import User
from tests.factories import UserFactory

PASSWORD = "mật khẩu để thử"
PHONE, EMAIL = "+84912000111", "bong@example.vn"


def known(**fields):
    """Return a person whose number and address were confirmed."""
    fields = {"phone_verified_at": timezone.now(), **fields}
    if fields.get("phone", "") is None:
        fields["phone_verified_at"] = None
    user = UserFactory(**fields)
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def who_is_in(client: Client) -> User | None:
    """Return the person of the client's session."""
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key) if key else None


def log_in(client: Client, login: str, password: str = PASSWORD, **more):
    """Send the log-in form."""
    return client.post(reverse("account_login"), {"login": login, "password": password, **more})


def ask_for_code(client: Client, login: str, name: str = "account_request_login_code", **more):
    """Send the form that asks for a code."""
    return client.post(reverse(name), {"login": login, **more})


def enter_code(client: Client, code: str, name: str = "account_confirm_login_code", **more):
    """Send the form that takes the code."""
    return client.post(reverse(name), {"code": code, **more})


def sign_up(client: Client, **values):
    """Send the sign-up form."""
    fields = {"full_name": "", "phone": "", "email": "", "password1": PASSWORD, **values}
    return client.post(reverse("account_signup"), fields)


def code_by_sms() -> str:
    """Return the code of the last text message."""
    return re.search(r"\b\d{6}\b", sms.outbox[-1].text)[0]


def code_by_mail() -> str:
    """Return the code of the last letter."""
    return re.search(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE)[0]


def link_by_mail() -> str:
    """Return the path of the link in the last letter."""
    return re.search(r"http://testserver(\S+/xac-nhan/\S+)", mail.outbox[-1].body)[1]
