"""The form of a claim or registration."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from core.uploads.fields import PaperField
from producers.models import Claim, ClaimPaper, Partner
from regions.models import Unit
from regions.queries import find_units
from regions.words import match_words

#: Which paper shows that a shop of this kind exists.
PAPER_OF_KIND = {
    Partner.Kind.COOPERATIVE: _("Registration certificate of the co-operative"),
    Partner.Kind.COOPERATIVE_GROUP: _("Co-operation contract of the group"),
    Partner.Kind.ENTERPRISE: _("Enterprise registration certificate"),
    Partner.Kind.FARM: _("Business registration or farm certificate"),
    Partner.Kind.HOUSEHOLD: _("Registration certificate of the household business"),
    Partner.Kind.ASSOCIATION: _("Decision that founded the association or centre"),
}
#: Nobody wants to choose among more places of one name.
_MOST_PLACES = 8


def kinds() -> list[tuple[str, Any]]:
    """Return the kinds that take part in the programme; each says which paper shows it."""
    return [(kind.value, kind.label) for kind in PAPER_OF_KIND]


class ClaimForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic class at run time
    """Who runs the shop, where, and what shows it."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    #: People leave it empty, since they do not see it.
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind of shop"), choices=kinds, widget=forms.RadioSelect(attrs={"class": "choice"})
    )
    place = forms.CharField(
        label=_("Commune or ward"),
        max_length=120,
        help_text=_("Its name of today or of before 1/7/2025, such as “Bình Minh, Bù Đăng”."),
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Which one"),
        required=False,
        widget=forms.RadioSelect(attrs={"class": "choice"}),
    )
    registration_paper = PaperField(
        label=_("Registration paper"),
        help_text=_(
            "A photo or PDF of the paper for your kind of shop, at most 10 MB. Only the office sees it."
        ),
    )
    authority_paper = PaperField(
        label=_("Letter of authority"),
        required=False,
        help_text=_("Where you are not the representative yourself."),
    )
    certificate_paper = PaperField(label=_("OCOP certificate or decision"), required=False)

    class Meta:
        model = Claim
        fields: ClassVar[list[str]] = [
            *("name", "kind", "legal_name", "registration_number", "tax_code", "representative"),
            *("position", "unit", "street", "message"),
        ]
        widgets: ClassVar[dict[str, Any]] = {"message": forms.Textarea(attrs={"rows": 4})}
        labels: ClassVar[dict[str, Any]] = {
            "name": _("Name of the shop"),
            "legal_name": _("Legal name, as on the registration paper"),
            "registration_number": _("Number of the registration paper"),
            "tax_code": _("Tax code"),
            "representative": _("Representative by law"),
            "position": _("What you are at the shop"),
            "street": _("House number, street or hamlet"),
            "message": _("What the office should know"),
        }

    def __init__(self, *args: Any, producer: Partner | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if producer is not None:
            self.fields["name"].disabled = True
            self.initial["name"] = producer.name
        for name, field in self.fields.items():
            if name not in {"kind", "unit", "form_key"}:
                field.widget.attrs["class"] = "form-field__control"
            if field.help_text and name not in {"kind", "unit"}:
                field.widget.attrs["aria-describedby"] = f"id_{name}_helptext"
        if self.is_bound:
            self._offer_places()

    def _offer_places(self) -> None:
        """Let the person choose where a place has namesakes; a number that was not offered is refused."""
        found = find_units(str(self.data.get("place", "")), _MOST_PLACES)
        self.places = found
        field: Any = self.fields["unit"]
        field.queryset = Unit.objects.filter(pk__in=[match.unit.pk for match in found])
        field.choices = [(match.unit.pk, match_words(match)) for match in found]

    def clean_website(self) -> str:
        """Refuse what only programs fill in.

        Raises:
            ValidationError: Something stands in it.
        """
        if self.cleaned_data["website"]:
            raise ValidationError(_now("Leave this field empty."))
        return ""

    def clean_tax_code(self) -> str:
        """Take ten digits, for a branch with three more (Circular 105/2020), or twelve of a person.

        Raises:
            ValidationError: It has other letters or another length.
        """
        code = "".join(str(self.cleaned_data["tax_code"]).split())
        digits = code.replace("-", "")
        if code and not (digits.isascii() and digits.isdigit() and len(digits) in {10, 12, 13}):
            raise ValidationError(
                _now("A tax code has 10 or 12 digits, a branch's three more behind a hyphen.")
            )
        return code

    def clean(self) -> dict[str, Any]:
        """Find the place, or ask which of its namesakes is meant."""
        data: dict[str, Any] = super().clean() or {}
        if "place" in self.errors:
            return data
        if not self.places:
            self.add_error("place", _now("We know no commune or ward of this name. Check how it is spelled."))
        elif len(self.places) == 1:
            data["unit"] = self.places[0].unit
        elif data.get("unit") is None:
            self.add_error("unit", _now("Several places bear this name. Choose yours."))
        return data

    @property
    def asks_which_place(self) -> bool:
        """Say whether the choice of places is shown."""
        return self.is_bound and len(self.places) > 1

    def facts(self) -> dict[str, Any]:
        """Return the fields of the claim."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def papers(self) -> dict[str, Any]:
        """Return the files by kind."""
        return {
            kind.value: file
            for kind in ClaimPaper.Kind
            if (file := self.cleaned_data.get(f"{kind.value}_paper")) is not None
        }
