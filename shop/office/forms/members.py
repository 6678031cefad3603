"""Inviting people, and what they may do."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from accounts.phones import to_e164
from producers.models import Role

ROLE_WORDS = {
    Role.OWNER: _("everything, members too"),
    Role.SALES: _("prices and stock"),
    Role.PACKER: _("counts the stock, packs orders"),
    Role.VIEWER: _("looks, changes nothing"),
}


def _role_choices() -> list[tuple[str, str]]:
    return [(role.value, f"{role.label}: {ROLE_WORDS[role]}") for role in Role]


class RoleForm(forms.Form):
    """One of the four roles."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=_role_choices,
        widget=forms.RadioSelect(attrs={"class": "choice"}),
        error_messages={"required": _("Choose a role."), "invalid_choice": _("Choose a role.")},
    )

    use_required_attribute = False


class InviteForm(RoleForm):
    """A phone number or an e-mail address, and a role."""

    contact = forms.CharField(
        label=_("Phone or e-mail of the person"),
        max_length=254,
        help_text=_("The number or address of their account here, or the one they will sign up with."),
        error_messages={"required": _("Enter a phone number or an e-mail address.")},
        widget=forms.TextInput(attrs={"class": "form-field__control", "autocomplete": "off"}),
    )

    field_order = ("contact", "role")

    def clean_contact(self) -> dict[str, str]:
        """Return the number as it is stored, or the address."""
        text: str = self.cleaned_data["contact"]
        if "@" not in text:
            return {"phone": to_e164(text)}
        try:
            validate_email(text)
        except ValidationError as error:
            raise ValidationError(_("Enter an e-mail address, such as ten@example.vn.")) from error
        return {"email": text.lower()}

    def invitation(self) -> dict[str, Any]:
        """Return what the valid form asks for, as `producers.invitations.invite` takes it."""
        return {**self.cleaned_data["contact"], "role": Role(self.cleaned_data["role"])}
