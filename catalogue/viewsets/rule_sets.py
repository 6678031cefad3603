"""Rule sets and grace rules: law as dated data."""

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from catalogue.models import Certificate, GraceRule, RuleSet
from catalogue.models.rule_set import LONGEST_GRACE_DAYS
from core.staff import RULES, DayColumn, StaffViewSet, refuse_backward_period, staff_field

_PARTS = ("A", "B", "C")
_STARS = ("3", "4", "5")


class RuleSetForm(forms.ModelForm):
    """The points of the parts and the authorities in fields of their own."""

    points_a = forms.IntegerField(label=_("Points of part A"), min_value=0, max_value=100)
    points_b = forms.IntegerField(label=_("Points of part B"), min_value=0, max_value=100)
    points_c = forms.IntegerField(label=_("Points of part C"), min_value=0, max_value=100)
    authority_3 = forms.ChoiceField(label=_("3 stars are recognised by"), choices=Certificate.Level.choices)
    authority_4 = forms.ChoiceField(label=_("4 stars are recognised by"), choices=Certificate.Level.choices)
    authority_5 = forms.ChoiceField(label=_("5 stars are recognised by"), choices=Certificate.Level.choices)

    class Meta:
        model = RuleSet
        fields: ClassVar[list[str]] = [
            "code",
            "decision_number",
            "issued_on",
            "valid_from",
            "valid_to",
            "source_url",
            "note",
        ]
        formfield_callback = staff_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule_set = self.instance
        if rule_set.pk:
            # The key that certificates point to: another code would be another rule set.
            self.fields["code"].disabled = True
        for name, points in zip(_PARTS, rule_set.part_points, strict=False):
            self.initial[f"points_{name.lower()}"] = points
        for stars in _STARS:
            self.initial[f"authority_{stars}"] = rule_set.authorities.get(stars, Certificate.Level.PROVINCE)

    def clean(self) -> dict[str, Any]:
        """Refuse parts that do not make 100, and put the fields together as they are kept."""
        data: dict[str, Any] = super().clean() or {}
        points = [data.get(f"points_{name.lower()}") for name in _PARTS]
        if None not in points and sum(filter(None, points)) != 100:
            self.add_error("points_c", _("The three parts make 100 points together."))
        refuse_backward_period(self, "valid_from", "valid_to")
        self.instance.part_points = points
        self.instance.authorities = {stars: data.get(f"authority_{stars}") for stars in _STARS}
        return data


class RuleSetViewSet(StaffViewSet):
    """Decisions on evaluation; a new one is a new row, an old one keeps its last day."""

    name = "rule-sets"
    model = RuleSet
    icon = "list-ol"
    menu_hook = RULES
    menu_order = 10
    ordering = "-valid_from"
    search_fields = ("code", "decision_number", "note")
    list_display = (
        "decision_number",
        "code",
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        DayColumn("valid_to", label=_("Last day"), sort_key="valid_to"),
    )
    list_filter: ClassVar[dict[str, list[str]]] = {"valid_from": ["gte", "lte"]}
    list_export = ("code", "decision_number", "issued_on", "valid_from", "valid_to", "source_url", "note")
    inspect_view_fields = (
        "code",
        "decision_number",
        "issued_on",
        "valid_from",
        "valid_to",
        "source_url",
        "note",
    )

    form_class = RuleSetForm


class GraceRuleForm(forms.ModelForm):
    """Which expiry dates qualify; an overlap would leave open which rule counts."""

    class Meta:
        model = GraceRule
        fields: ClassVar[list[str]] = ["rule_set", "expires_from", "expires_to", "longest_days", "basis"]
        formfield_callback = staff_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        longest = self.fields["longest_days"]
        longest.validators.append(MaxValueValidator(LONGEST_GRACE_DAYS))
        longest.widget.attrs["max"] = LONGEST_GRACE_DAYS

    def clean(self) -> dict[str, Any]:
        """Refuse dates that another rule holds."""
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("expires_from"), data.get("expires_to")
        if start and end:
            others = GraceRule.objects.filter(expires_from__lte=end, expires_to__gte=start)
            if others.exclude(pk=self.instance.pk).exists():
                self.add_error("expires_from", _("Another rule already holds some of these dates."))
        refuse_backward_period(self, "expires_from", "expires_to")
        return data


class GraceRuleViewSet(StaffViewSet):
    """Which expiry dates qualify for grace, and for how long (Art. 12 of 26/2026/QĐ-TTg)."""

    name = "grace-rules"
    model = GraceRule
    icon = "calendar-alt"
    menu_hook = RULES
    menu_order = 20
    can_delete = True
    select_related = ("rule_set",)
    ordering = "-expires_from"
    search_fields = ("basis", "rule_set__decision_number")
    list_display = (
        "__str__",
        "rule_set",
        DayColumn("expires_from", label=_("Expiry from"), sort_key="expires_from"),
        DayColumn("expires_to", label=_("Expiry to"), sort_key="expires_to"),
        "longest_days",
        "basis",
    )
    list_filter = ("rule_set",)
    list_export = ("rule_set", "expires_from", "expires_to", "longest_days", "basis")
    inspect_view_fields = ("rule_set", "expires_from", "expires_to", "longest_days", "basis")

    form_class = GraceRuleForm


rule_sets = RuleSetViewSet()
grace_rules = GraceRuleViewSet()
