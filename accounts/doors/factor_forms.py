"""Forms of the second factor in the site's look."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _

from accounts.doors.fields import LookMixin, dress_code


class AuthenticateForm(LookMixin, base.AuthenticateForm):
    """The code of the authenticator app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self.fields["code"], _("Code of the app, or a recovery code"))


class ReauthenticateForm(LookMixin, base.ReauthenticateForm):
    """The same, from somebody who is in already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self.fields["code"], _("Code of the app, or a recovery code"))


class ActivateTOTPForm(LookMixin, totp.ActivateTOTPForm):
    """The first code of an app, which shows that it was set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_code(self.fields["code"], _("Code that the app shows"))


LONGEST_NAME = 60
#: What the library raises for an answer that no device gives.
_NO_ANSWER = (KeyError, TypeError, ValueError, AttributeError)


class AnswerMixin:
    """Reads a device's answer; allauth answers some broken ones with a server error."""

    def clean_credential(self) -> Any:
        """Return the passkey that answered.

        Raises:
            ValidationError: This is no answer of a passkey of this person.
        """
        try:
            return super().clean_credential()  # type: ignore[misc]
        except ValidationError:
            raise
        except _NO_ANSWER as error:
            raise get_adapter().validation_error("incorrect_code") from error


class LoginWebAuthnForm(AnswerMixin, webauthn.LoginWebAuthnForm):
    """A log-in by passkey alone."""


class AuthenticateWebAuthnForm(AnswerMixin, webauthn.AuthenticateWebAuthnForm):
    """A passkey as second factor."""


class ReauthenticateWebAuthnForm(AnswerMixin, webauthn.ReauthenticateWebAuthnForm):
    """A passkey once more."""


class AddWebAuthnForm(LookMixin, webauthn.AddWebAuthnForm):
    """A passkey: it logs in alone, so it must ask for a finger, a face or a PIN."""

    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        _limit(self.fields["name"])

    def clean(self) -> dict[str, Any]:
        """Take the device's answer.

        Raises:
            ValidationError: This is no answer of a device, or not to our question.
        """
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            raise
        except _NO_ANSWER as error:
            raise get_adapter().validation_error("incorrect_code") from error
        return cleaned


def _limit(name: forms.Field) -> None:
    """Keep the names of passkeys short enough for a phone's screen."""
    name.validators.append(MaxLengthValidator(LONGEST_NAME))
    name.widget.attrs["maxlength"] = str(LONGEST_NAME)


class EditWebAuthnForm(LookMixin, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        _limit(self.fields["name"])
