"""Narrowing the register down: by state, by clock, by what is printed."""

from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.clocks import Clock, on_clock
from catalogue.models import Certificate, RuleSet
from core.clock import today
from core.staff import DayRangeInput, StaffFilterSet

from .forms import STARS


class CertificateFilterSet(StaffFilterSet):
    """Filters of the list of certificates."""

    state = django_filters.ChoiceFilter(
        label=_("State today"), choices=Certificate.State.choices, method="in_state", empty_label=_("All"),
        widget=forms.RadioSelect,
    )  # fmt: skip
    clock = django_filters.ChoiceFilter(
        label=_("Clock"),
        choices=Clock.choices,
        method="on_clock",
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    stars = django_filters.MultipleChoiceFilter(
        label=_("Stars"), choices=STARS, widget=forms.CheckboxSelectMultiple
    )
    rule_set = django_filters.ModelMultipleChoiceFilter(
        label=_("Rule set"),
        queryset=RuleSet.objects.order_by("-valid_from"),
        widget=forms.CheckboxSelectMultiple,
    )
    authority_level = django_filters.ChoiceFilter(
        label=_("Level of the authority"), choices=Certificate.Level.choices, empty_label=_("All"),
        widget=forms.RadioSelect,
    )  # fmt: skip
    issued_on = django_filters.DateFromToRangeFilter(label=_("Issued"), widget=DayRangeInput)
    expires_on = django_filters.DateFromToRangeFilter(label=_("Last day"), widget=DayRangeInput)

    class Meta:
        model = Certificate
        fields = (
            "state",
            "clock",
            "stars",
            "rule_set",
            "authority_level",
            "issued_on",
            "expires_on",
            "is_demo",
        )

    def in_state(self, queryset: Any, name: str, value: str) -> Any:
        """Keep one state of today."""
        return queryset.in_state(value, today())

    def on_clock(self, queryset: Any, name: str, value: str) -> Any:
        """Keep those of which a clock runs."""
        return on_clock(queryset, value)
