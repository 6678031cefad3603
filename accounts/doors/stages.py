"""What must be shown before somebody is in: the number or address they come with, then the second factor."""

from typing import Any

from allauth.account.app_settings import AppSettings
from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage, PhoneVerificationStage
from allauth.account.utils import has_verified_email

from accounts.doors import limits


class PhoneStage(PhoneVerificationStage):
    """The code for a number nobody has shown to be theirs.

    Who comes in by a confirmed address is not asked: a mistyped number would lock them out for good.
    """

    def handle(self) -> Any:
        """Send the code, or pass.

        Raises:
            RateLimited: Too many codes were asked for.
        """
        login = self.login
        if login.user and not login.signup and has_verified_email(login.user, login.email):
            return None, True
        if login.user:
            # Sealed with the password that this session knows (adapter.set_phone_verified).
            self.state["seal"] = login.user.get_session_auth_hash()
        if phone := self._number_to_show():
            limits.count_code(self.request, phone)
        return super().handle()

    def _number_to_show(self) -> str:
        """Return the number to which allauth sends a code now, or nothing."""
        user: Any = self.login.user
        if user is None:
            return self.login.phone or ""
        return (user.phone or "") if user.phone_verified_at is None else ""


class EmailStage(EmailVerificationStage):
    """The link to an address nobody has shown to be theirs.

    Who comes in by a confirmed number only gets the link, at sign-up, and may follow it whenever they like.
    """

    def handle(self) -> Any:
        """Send the link and wait for it, or pass."""
        login = self.login
        if login.user and not login.email and getattr(login.user, "phone_verified_at", None):
            address = EmailAddress.objects.filter(user_id=login.user.pk, verified=False).first()
            if login.signup and address:
                send_verification_email_to_address(self.request, address, signup=True)
            return None, True
        if login.user:
            self.state["seal"] = login.user.get_session_auth_hash()
        login.email_verification = AppSettings.EmailVerificationMethod.MANDATORY
        return super().handle()
