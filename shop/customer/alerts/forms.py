"""Where to write when a product is back."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from accounts.phones import to_e164


class ContactForm(forms.Form):
    """An e-mail address or a phone number."""

    contact = forms.CharField(
        label=_("E-mail address or phone number"),
        max_length=254,
        help_text=_("We write once, when the product is back, and use it for nothing else."),
        error_messages={"required": _("Give an e-mail address or a phone number.")},
        widget=forms.TextInput(attrs={"class": "form-field__control", "autocomplete": "email"}),
    )

    def clean_contact(self) -> dict[str, str]:
        """Return the address by its kind, as `ask()` takes it."""
        text: str = self.cleaned_data["contact"].strip()
        if "@" in text:
            try:
                validate_email(text)
            except ValidationError as error:
                raise ValidationError(_("Enter an e-mail address, such as lan@example.vn.")) from error
            return {"email": text}
        return {"phone": to_e164(text)}

    def address(self) -> dict[str, Any]:
        """Return what was given, after the form was found valid."""
        return dict(self.cleaned_data["contact"])
