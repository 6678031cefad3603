"""Our rules for allauth: numbers and addresses, limits, text messages, where people go."""

from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend as StockBackend
from allauth.account.internal.stagekit import unstash_login
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import RateLimited
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from accounts import sms
from accounts.doors.fields import PhoneField
from accounts.doors.holders import free_email, free_phone, holder_of_phone
from accounts.errors import MailNotSent
from accounts.models import User
from accounts.phones import to_e164
from core.addresses import home_of
from core.client import client_address

#: One sentence for both: which of the two was wrong is nobody's business.
_MISMATCH = gettext_lazy(
    "These do not fit together. Check the phone number or e-mail address and the password."
)


class AuthenticationBackend(StockBackend):
    """Phone or e-mail with a password; people of the demo exist on demo sites only."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Ask for every log-in and every request of a session."""
        return super().user_can_authenticate(user) and (settings.DEMO or not user.is_demo)


class AccountAdapter(DefaultAccountAdapter):
    """What allauth asks a site."""

    error_messages: dict[str, Any] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("This account is closed."),
        "duplicate_email": gettext_lazy("This address is on your account already."),
        "email_password_mismatch": _MISMATCH,
        "phone_password_mismatch": _MISMATCH,
        "username_password_mismatch": _MISMATCH,
        "email_taken": gettext_lazy("Another account uses this address."),
        "enter_current_password": gettext_lazy("This is not your current password."),
        "incorrect_code": gettext_lazy("This code is not right. Check the digits."),
        "incorrect_password": gettext_lazy("This password is not right."),
        "invalid_login": _MISMATCH,
        "max_email_addresses": gettext_lazy("An account holds at most %d addresses."),
        "phone_taken": gettext_lazy("Another account uses this number."),
        "too_many_login_attempts": gettext_lazy("Too many tries. Wait a few minutes, then begin again."),
        "same_as_current": gettext_lazy("This is the number you have now."),
        "rate_limited": gettext_lazy("You asked for codes too quickly. Wait a moment, then try again."),
    }

    # Who asks, and how often

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that limits count by, as everywhere on the site."""
        return client_address(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try; past the limit answer 429.

        Raises:
            RateLimited: Too many wrong passwords for this account or from this address.
        """
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            raise RateLimited from error

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Name the account that is tried. allauth forgets the phone: all phones would share one limit."""
        login = str(credentials.get("email") or credentials.get("phone") or credentials.get("username") or "")
        try:
            return f"login:{to_e164(login)}"
        except ValidationError:
            return f"login:{login.strip().lower()}"

    def is_safe_url(self, url: str) -> bool:
        """Say whether an address lies on this site, as the visitor calls it."""
        request = context.request
        return url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())

    # Phone numbers

    def phone_form_field(self, **kwargs: Any) -> PhoneField:
        """Return the field that reads numbers as people write them."""
        return PhoneField(**kwargs)

    def get_phone(self, user: Any) -> tuple[str, bool] | None:
        """Return the number and whether it was confirmed."""
        return (user.phone, user.phone_verified_at is not None) if user.phone else None

    def set_phone(self, user: Any, phone: str, verified: bool) -> None:
        """Keep a number; allauth asks for this before it is confirmed."""
        user.phone = phone
        user.phone_verified_at = timezone.now() if verified else None
        user.save(update_fields=["phone", "phone_verified_at"])

    @transaction.atomic
    def set_phone_verified(self, user: Any, phone: str) -> None:
        """Keep a number whose code was entered just now.

        A number that was only claimed until now may have been claimed by somebody else. Unless this session
        knows the password, that password ends here, and so do the addresses that came with it.
        """
        was_claimed = user.phone == phone and user.phone_verified_at is None
        free_phone(phone, keep=user)
        self.set_phone(user, phone, True)
        if was_claimed and not context.request.user.is_authenticated and not session_set_password(user):
            user.set_unusable_password()
            if not user.is_staff:
                EmailAddress.objects.filter(user=user).delete()
                user.email = None
            user.save(update_fields=["password", "email"])

    def get_user_by_phone(self, phone: str) -> User | None:
        """Find who may come in by a number, however it is written.

        Who is in already and adds a number only meets those who have shown that it is theirs.
        """
        try:
            user = holder_of_phone(to_e164(phone))
        except ValidationError:
            return None
        asker = context.request.user
        if user and asker.is_authenticated and asker.pk != user.pk and user.phone_verified_at is None:
            return None
        return user

    def send_verification_code_sms(self, user: Any, phone: str, code: str, **_kwargs: Any) -> None:
        """Send a code at once."""
        sms.send(
            phone,
            _("Mỗi Xã: your code is %(code)s, good for 5 minutes. Keep it to yourself.") % {"code": code},
        )

    def send_account_already_exists_sms(self, phone: str, **_kwargs: Any) -> None:
        """Tell the owner of a number that somebody tried to sign up with it."""
        sms.send(phone, _("Mỗi Xã: this number has an account already. Log in with a code instead."))

    def send_unknown_account_sms(self, phone: str, **_kwargs: Any) -> None:
        """Tell the owner of a number that it has no account; strangers see and wait the same either way."""
        sms.send(phone, _("Mỗi Xã: this number has no account yet. You can sign up with it."))

    # E-mail

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Confirm an address, unless somebody else has done so first."""
        user: Any = email_address.user
        if not free_email(email_address.email, keep=user):
            return False
        return bool(super().confirm_email(request, email_address))

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        """Refuse where the account would lose its last way in, or a member of staff the address they need."""
        user: Any = email_address.user
        others = EmailAddress.objects.filter(user=user, verified=True).exclude(pk=email_address.pk).exists()
        if email_address.email != user.email:
            return True
        return others or (user.phone_verified_at is not None and not user.is_staff)

    def format_email_subject(self, subject: str) -> str:
        """Leave subjects as our templates write them."""
        return str(subject)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a letter at once, in the language of the page.

        Raises:
            MailNotSent: The mail server is away.
        """
        names = {"site_name": settings.WAGTAIL_SITE_NAME, "site_url": settings.SITE_URL}
        try:
            super().send_mail(template_prefix, email, {**names, **context})
        except (OSError, SMTPException) as error:
            raise MailNotSent(
                _("We could not send the e-mail just now. Please try again in a few minutes.")
            ) from error

    # The way in, and where it leads

    def get_login_stages(self) -> list[str]:
        """Return allauth's stages, our own in the place of two."""
        ours = {
            "allauth.account.stages.PhoneVerificationStage": "accounts.doors.stages.PhoneStage",
            "allauth.account.stages.EmailVerificationStage": "accounts.doors.stages.EmailStage",
        }
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Stop who may not come in, whatever way they took; codes do not ask the backend."""
        if not AuthenticationBackend().user_can_authenticate(user):
            user.is_active = False
        return super().pre_login(request, user, **kwargs)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the account."""
        return front_of_account()

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the account."""
        return front_of_account()

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Lead home."""
        return home_of(get_language() or settings.LANGUAGE_CODE)

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """Lead to the addresses of the account; on another device, say how to come in."""
        if context.request.user.is_authenticated:
            return reverse("account_email")
        if User.objects.get(pk=email_address.user_id).has_usable_password():
            messages.info(context.request, _("Now you can log in."))
            return reverse("account_login")
        # accounts.doors.receivers: this device does not know the password, so it was ended.
        messages.info(
            context.request,
            _("Now log in with a code that we send to this address. Then you can choose a password."),
        )
        return reverse("account_request_login_code")


def front_of_account() -> str:
    """Return where people land; the account's own page lies in a room above."""
    try:
        return reverse("customer:summary")
    except NoReverseMatch:
        return reverse("account_email")


def session_set_password(user: Any) -> bool:
    """Say whether the person in this session typed the password that the account has now.

    The stage in which a log-in waits for a confirmation seals it (accounts.doors.stages).
    """
    login = unstash_login(context.request, peek=True)
    stages: dict[str, Any] = login.state.get("stages", {}) if login else {}
    seals = [stages.get(stage, {}).get("data", {}).get("seal") for stage in ("verify_phone", "verify_email")]
    return user.get_session_auth_hash() in seals
