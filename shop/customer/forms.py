"""Forms of the account area."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.consents.queries import Answer
from accounts.models import User
from core.vietnamese import fold

_CONTROL = {"class": "form-field__control"}
#: The words that confirm erasing, as the page shows them.
ERASE_WORDS = pgettext_lazy("typed to confirm", "erase my account")


class ProfileForm(forms.ModelForm[User]):
    """What a person says about themselves."""

    full_name = forms.CharField(
        label=_("Full name"),
        max_length=150,
        widget=forms.TextInput(attrs=_CONTROL | {"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language of our messages"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect(attrs={"class": "choice"}),
    )

    class Meta:
        model = User
        fields: ClassVar[list[str]] = ["full_name", "language"]


class ConsentForm(forms.Form):
    """A box for each purpose, ticked only where the person ticked it before."""

    def __init__(self, answers: dict[str, Answer], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers = answers
        for key, answer in answers.items():
            self.fields[key] = forms.BooleanField(
                label=answer.purpose.current.title(),
                help_text=answer.purpose.current.text(),
                required=False,
                initial=answer.given,
                widget=forms.CheckboxInput(attrs={"class": "choice"}),
            )


class EraseForm(forms.Form):
    """Asks for a few words, so that nobody erases an account by a slip of the hand."""

    words = forms.CharField(
        max_length=60,
        widget=forms.TextInput(attrs=_CONTROL | {"autocomplete": "off", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = gettext("Type “%(words)s”") % {"words": ERASE_WORDS}

    def clean_words(self) -> str:
        """Take the words in any letters, with or without marks."""
        typed: str = self.cleaned_data["words"]
        if fold(typed) != fold(str(ERASE_WORDS)):
            raise forms.ValidationError(gettext("Type exactly: %(words)s") % {"words": ERASE_WORDS})
        return typed
