"""The name of a wish list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shop.wishlists.services import NAME_LENGTH


class NameForm(forms.Form):
    """What a list is called."""

    name = forms.CharField(
        label=_("Name of the list"),
        max_length=NAME_LENGTH,
        error_messages={"required": _("Give the list a name.")},
        widget=forms.TextInput(attrs={"class": "form-field__control"}),
    )
