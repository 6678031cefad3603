"""Forms of the doors: log-in, sign-up, codes, passwords, numbers and addresses."""

from typing import Any, ClassVar

from allauth.account import forms as stock
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.account.models import EmailAddress
from allauth.core import context, ratelimit
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import sms
from accounts.doors import limits
from accounts.doors.fields import LookMixin, dress_code
from accounts.doors.holders import (
    free_phone,
    holder_of_email,
    holder_of_phone,
    is_unfinished_sign_up,
)
from accounts.models import User
from accounts.phones import to_e164

PHONE_OR_EMAIL = gettext_lazy("Phone number or e-mail address")
PASSWORD_RULE = gettext_lazy(
    "At least 8 letters or digits, not only digits, and none of the very common ones."
)


def dress_login(field: forms.Field) -> None:
    """Ask for a number or an address in one field."""
    field.label = PHONE_OR_EMAIL
    field.widget.attrs |= {
        "autocomplete": "username",
        "autocapitalize": "none",
        "spellcheck": "false",
        "maxlength": "254",
    }


class LoginForm(LookMixin, stock.LoginForm):
    """Number or address, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_login(self.fields["login"])
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""


class RequestLoginCodeForm(LookMixin, forms.Form):
    """Number or address to which a code is sent; unknown ones get words instead and look the same here."""

    login = forms.CharField(max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_login(self.fields["login"])
        self._user: User | None = None

    def clean_login(self) -> str:
        """Find out which of the two was typed, and who may come in by it.

        Raises:
            RateLimited: Too many codes were asked for.
        """
        login: str = self.cleaned_data["login"].strip()
        if "@" in login:
            validate_email(login)
            login = login.lower()
            self._count(login)
            self.cleaned_data["email"] = login
            self._user = holder_of_email(login)
            if self._user and self._user.email == login:
                sync_user_email_address(self._user)
        else:
            try:
                login = to_e164(login)
            except ValidationError as error:
                raise ValidationError(_("Enter a phone number or an e-mail address.")) from error
            if not sms.can_send():
                raise ValidationError(
                    _("This site cannot send text messages yet. Please use your e-mail address.")
                )
            self._count(login)
            self.cleaned_data["phone"] = login
            self._user = holder_of_phone(login)
        return login

    def _count(self, login: str) -> None:
        ratelimit.consume(context.request, action="request_login_code", raise_exception=True)
        limits.count_code(context.request, login)


class CodeForm(LookMixin):
    """What the forms that ask for a code have in common."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self.fields["code"], _("Code of 6 digits"))

    def clean_code(self) -> str:
        """Count the try, then compare; past the last try the right code is refused, too."""
        if not limits.count_try(context.request):
            raise get_adapter().validation_error("too_many_login_attempts")
        code: str = super().clean_code()  # type: ignore[misc]
        return code


class ConfirmLoginCodeForm(CodeForm, stock.ConfirmLoginCodeForm):
    """The code of a log-in."""


class VerifyPhoneForm(CodeForm, stock.VerifyPhoneForm):
    """The code for a number."""


class SignupForm(LookMixin, stock.SignupForm):
    """A new account: a number, or an address, or both. A taken one looks like a new one."""

    full_name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order: ClassVar[list[str]] = ["full_name", "phone", "email", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.unfinished: User | None = None
        super().__init__(*args, **kwargs)
        self.fields["phone"].label = _("Phone number")
        self.fields["phone"].help_text = _("As you write it: 0912 345 678. We send a code to it.")
        self.fields["email"].label = _("E-mail")
        self.fields["password1"].label = _("Password")
        self.fields["password1"].help_text = PASSWORD_RULE
        if not sms.can_send():
            del self.fields["phone"]

    @property
    def optional(self) -> tuple[str, ...]:
        """Name the fields that may stay empty."""
        return ("full_name", "email") if "phone" in self.fields else ("full_name",)

    def validate_unique_email(self, value: str) -> str:
        """See whether the address is taken; beside a number it is only noted for later."""
        if self.data.get("phone"):
            return value
        is_staffs = User.objects.filter(email__iexact=value, is_staff=True).exists()
        self.account_already_exists = is_staffs or holder_of_email(value) is not None
        return value

    def _clean_phone(self) -> None:
        phone = self.cleaned_data.get("phone")
        if not phone:
            if not self.cleaned_data.get("email") and not {"phone", "email"} & set(self.errors):
                field = "phone" if "phone" in self.fields else "email"
                self.add_error(field, _("Enter a phone number or an e-mail address."))
            return
        holder = holder_of_phone(phone)
        if holder and is_unfinished_sign_up(holder):
            self.unfinished = holder
        elif holder:
            self.account_already_exists = True

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Save; where somebody else was quicker with the same number, answer as for a taken one."""
        if self.account_already_exists:
            # Saving hashes a password, which takes a while; a taken number must not answer sooner.
            make_password(self.cleaned_data["password1"])
        try:
            result: tuple[User | None, HttpResponse | None] = super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            result = super().try_save(request)
        return result

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """Make the account, or begin anew with one that nobody finished.

        Beside a number the address waits in a row of its own: only a confirmed one becomes the account's.
        """
        phone, email = self.cleaned_data.get("phone") or None, self.cleaned_data.get("email") or None
        user = self.unfinished or User()
        if user.pk:
            EmailAddress.objects.filter(user=user).delete()
        user.full_name = self.cleaned_data["full_name"]
        user.phone = phone
        user.email = None if phone else email
        user.set_password(self.cleaned_data["password1"])
        if phone and not user.pk:
            _free_claims(phone)
        user.save()
        if email:
            EmailAddress.objects.create(user=user, email=email, primary=not phone, verified=False)
        return user


def _free_claims(phone: str) -> None:
    """Take a number from accounts that claim it beside a confirmed address."""
    free_phone(phone, keep=User())


class AddEmailForm(LookMixin, stock.AddEmailForm):
    """One more address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New e-mail address")


class ChangePhoneForm(LookMixin, stock.ChangePhoneForm):
    """Another number; it counts once its code was entered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].label = _("New phone number")

    def clean_phone(self) -> str:
        """Count the code that goes to the number.

        Raises:
            RateLimited: Too many codes were asked for.
        """
        phone: str = super().clean_phone()
        limits.count_code(context.request, phone)
        return phone


class ChangePasswordForm(LookMixin, stock.ChangePasswordForm):
    """The old password, the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Current password")
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = PASSWORD_RULE
        del self.fields["password2"]


class SetPasswordForm(LookMixin, stock.SetPasswordForm):
    """A password for an account that has none, or whose old one was forgotten."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = PASSWORD_RULE
        del self.fields["password2"]


class ReauthenticateForm(LookMixin, stock.ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
