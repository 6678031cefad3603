"""The form of a letter or report."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.phones import to_e164
from cms.models import Enquiry

_LETTERS = [choice for choice in Enquiry.Topic.choices if choice[0] not in Enquiry.REPORTS]
_REPORTS = [choice for choice in Enquiry.Topic.choices if choice[0] in Enquiry.REPORTS]


class EnquiryForm(forms.Form):
    """What somebody wants to say; a name and address only where an answer is wanted by e-mail or phone."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    #: People leave it empty, since they do not see it.
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    topic = forms.ChoiceField(
        label=_("What is it about?"), widget=forms.RadioSelect(attrs={"class": "choice"})
    )
    message = forms.CharField(
        label=_("Your message"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    full_name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False, help_text=_("The answer is sent here."))
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False)

    def __init__(self, *args: Any, is_report: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topic: Any = self.fields["topic"]
        topic.choices = _REPORTS if is_report else _LETTERS
        for name in ("message", "full_name", "email", "phone"):
            attributes = self.fields[name].widget.attrs
            attributes["class"] = "form-field__control"
            if self.fields[name].help_text:
                attributes["aria-describedby"] = f"id_{name}_helptext"
        self.fields["full_name"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"
        self.fields["phone"].widget.attrs.update(autocomplete="tel", inputmode="tel")

    def clean_website(self) -> str:
        """Refuse what only programs fill in.

        Raises:
            ValidationError: Something stands in it.
        """
        if self.cleaned_data["website"]:
            raise ValidationError(_now("Leave this field empty."))
        return ""

    def clean_phone(self) -> str:
        """Return the number as it is stored, or nothing."""
        typed = str(self.cleaned_data["phone"]).strip()
        return to_e164(typed) if typed else ""

    def facts(self) -> dict[str, Any]:
        """Return the fields of the letter."""
        return {name: self.cleaned_data[name] for name in ("topic", "message", "full_name", "email", "phone")}
