"""What we hear from allauth."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.doors.adapter import session_set_password


@receiver(email_confirmed)
def end_an_unknown_password(request: HttpRequest, email_address: EmailAddress, **_kwargs: Any) -> None:
    """End the password of an account that nobody had shown to be theirs before this address was confirmed.

    A code or a link shows whose address it is, not who chose the password when the account was made: a
    stranger may have signed up with the address. A session that knows the password keeps it.
    """
    user: Any = email_address.user
    match = request.resolver_match
    by_code = bool(match and match.url_name == "account_confirm_login_code")
    if not by_code and (
        request.user.pk == user.pk or _was_shown_before(email_address) or session_set_password(user)
    ):
        return
    user.set_unusable_password()
    user.save(update_fields=["password"])


def _was_shown_before(email_address: EmailAddress) -> bool:
    """Say whether the account has a number or another address that was confirmed to be its holder's."""
    user: Any = email_address.user
    others = EmailAddress.objects.filter(user=user, verified=True).exclude(pk=email_address.pk)
    return user.phone_verified_at is not None or others.exists()
