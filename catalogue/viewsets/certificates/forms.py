"""Forms in which the office types what a certificate's paper says, and what becomes of it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.certification import CORRECTABLE
from catalogue.choosers import certifiable_chooser
from catalogue.models import Certificate, RuleSet
from core.clock import today
from core.staff import DayInput, StaffActionForm, staff_field
from core.uploads.fields import PaperField

STARS = [(stars, str(stars)) for stars in (3, 4, 5)]


class PaperForm(forms.ModelForm):
    """What is printed on a certificate; what speaks against it is said by the service, all at once."""

    scan = PaperField(label=_("Scan"), required=False)
    stars = forms.TypedChoiceField(label=_("Stars"), choices=STARS, coerce=int, widget=forms.RadioSelect)

    class Meta:
        model = Certificate
        fields: ClassVar[list[str]] = list(CORRECTABLE)
        formfield_callback = staff_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["expires_on"].required = False
        rule_sets = self.fields["rule_set"]
        rule_sets.queryset = RuleSet.objects.order_by("-valid_from")
        if not self.instance.pk:
            rule_sets.initial = RuleSet.objects.in_force(today()).order_by("-valid_from").first()

    def _get_validation_exclusions(self) -> set[str]:
        # An empty last day is worked out by the service.
        return {*super()._get_validation_exclusions(), "expires_on"}


class IssueForm(PaperForm):
    """A certificate that is not in the register yet."""

    class Meta(PaperForm.Meta):
        fields: ClassVar[list[str]] = ["product", *CORRECTABLE]
        widgets: ClassVar[dict[str, Any]] = {"product": certifiable_chooser.widget_class}


class CorrectForm(PaperForm):
    """The same fields with the reason; who read an older state is told."""

    reason = StaffActionForm.base_fields["reason"]
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["revision"] = self.instance.revision


class RevokeForm(StaffActionForm):
    """From which day, by which decision, why."""

    on = forms.DateField(label=_("Revoked from"), widget=DayInput, initial=today)
    decision_number = forms.CharField(label=_("Decision of revocation"), max_length=80)
    field_order = ("on", "decision_number", "reason")


class GraceForm(StaffActionForm):
    """Until which day, why."""

    until = forms.DateField(label=_("Usable until"), widget=DayInput)
    field_order = ("until", "reason")


class EndGraceForm(StaffActionForm):
    """From which day on, why."""

    on = forms.DateField(label=_("First day without grace"), widget=DayInput, initial=today)
    field_order = ("on", "reason")
