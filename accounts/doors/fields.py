"""Fields of the doors' forms, and how all of them look."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.phones import to_e164


class PhoneField(forms.CharField):
    """A phone number as people write it; its value is E.164."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Phone number"))
        kwargs.setdefault("max_length", 30)
        attrs = {"type": "tel", "autocomplete": "tel", "inputmode": "tel"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """Return the number as it is stored, or nothing.

        Raises:
            ValidationError: This cannot be a phone number.
        """
        text = super().clean(value)
        return to_e164(text) if text else ""


class LookMixin:
    """Gives every field of a form the site's look; labels stand above, so nothing is told by placeholders."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            if not isinstance(field.widget, forms.HiddenInput | forms.CheckboxInput):
                field.widget.attrs["class"] = "form-field__control"


def dress_code(field: forms.Field, label: Any) -> None:
    """Let phones offer the code that just came and show digits to type."""
    field.label = label
    field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "12"}
