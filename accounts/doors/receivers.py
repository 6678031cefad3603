"""What we hear from allauth."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.dispatch import receiver
from django.http import HttpRequest


@receiver(email_confirmed)
def end_an_unknown_password(request: HttpRequest, email_address: EmailAddress, **_kwargs: Any) -> None:
    """End the password of an account whose address was confirmed by a log-in code.

    The code shows whose address it is, not who chose the password when the account was made.
    """
    match = request.resolver_match
    if match and match.url_name == "account_confirm_login_code":
        user = email_address.user
        user.set_unusable_password()
        user.save(update_fields=["password"])
