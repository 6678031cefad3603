"""Forms in which staff edit people: one full name, a phone number, an e-mail address."""

from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm as StockUserCreationForm
from wagtail.users.forms import UserEditForm as StockUserEditForm

from accounts.models import User
from accounts.phones import to_e164


class PersonFields(forms.ModelForm):
    """The fields of a person; an empty one is absent (NULL), since two empty texts would meet as equal."""

    full_name = forms.CharField(label=_("Full name"), max_length=150, required=False)
    phone = forms.CharField(
        label=_("Phone"),
        max_length=30,
        required=False,
        empty_value=None,
        help_text=_("As people write it: 0912 345 678."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, empty_value=None, help_text=_("Staff need one.")
    )

    def clean_phone(self) -> str | None:
        """Return the number as it is stored."""
        phone: str | None = self.cleaned_data.get("phone")
        return to_e164(phone) if phone else None


class _StaffUserForm(PersonFields):
    """What our two forms change of Wagtail's."""

    is_staff = forms.BooleanField(
        label=_("Staff"), required=False, help_text=_("May open Oscar's dashboard where a group allows it.")
    )

    def separate_username_field(self) -> bool:
        """Say no: the phone number stands among our own fields of the template."""
        return False

    def save(self, commit: bool = True) -> User:
        """Save; what staff typed is confirmed by nobody, and an address they replaced lets nobody in."""
        if "phone" in self.changed_data:
            self.instance.phone_verified_at = None
        user: User = super().save(commit=commit)
        if commit and "email" in self.changed_data:
            EmailAddress.objects.filter(user=user).exclude(email=user.email or "").delete()
        return user

    def _clean_username(self) -> Any:
        """Leave the phone number's uniqueness to the model, which lets many people have none."""


class UserCreationForm(_StaffUserForm, StockUserCreationForm):
    """Wagtail's form for a new user, with our fields."""

    first_name = None
    last_name = None

    class Meta(StockUserCreationForm.Meta):
        model = User
        fields: ClassVar[list[str]] = ["full_name", "phone", "email", "is_staff", "is_superuser", "groups"]


class UserEditForm(_StaffUserForm, StockUserEditForm):
    """Wagtail's form for an existing user, with our fields."""

    first_name = None
    last_name = None

    class Meta(StockUserEditForm.Meta):
        model = User
        fields: ClassVar[list[str]] = [
            "full_name",
            "phone",
            "email",
            "is_active",
            "is_staff",
            "is_superuser",
            "groups",
        ]


class OwnNameForm(forms.ModelForm):
    """The panel of `/cms/account/` in which staff change their own name; number and address are confirmed."""

    class Meta:
        model = User
        fields: ClassVar[list[str]] = ["full_name"]
