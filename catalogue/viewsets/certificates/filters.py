"""Narrowing the register down: by state, by clock, by what is printed."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from catalogue.models import Certificate, RuleSet
from catalogue.periods import REEVALUATION_CLOSES_DAYS, REEVALUATION_OPENS_DAYS
from core.clock import today

from .forms import STARS


class Clock(models.TextChoices):
    """Clocks that run; each is a filter and a line of the panel of what waits."""

    DAYS_30 = "30", _("ends within 30 days")
    DAYS_90 = "90", _("ends within 90 days")
    DAYS_180 = "180", _("ends within 180 days")
    WINDOW = "window", _("file for re-evaluation is taken now")
    GRACE = "grace", _("grace is running")
    LAPSED = "lapsed", _("ended, no successor")


def on_clock(certificates: QuerySet[Certificate], clock: str) -> QuerySet[Certificate]:
    """Keep the certificates of which a clock runs today."""
    day = today()
    if clock in {Clock.DAYS_30, Clock.DAYS_90, Clock.DAYS_180}:
        last = day + timedelta(days=int(clock))
        return certificates.in_force(day).filter(effective_until__lte=last, superseded_by__isnull=True)
    if clock == Clock.WINDOW:
        window = (
            day + timedelta(days=REEVALUATION_CLOSES_DAYS),
            day + timedelta(days=REEVALUATION_OPENS_DAYS),
        )
        return certificates.in_force(day).filter(expires_on__range=window, superseded_by__isnull=True)
    if clock == Clock.GRACE:
        return certificates.in_state(Certificate.State.GRACE, day)
    return certificates.in_state(Certificate.State.EXPIRED, day).filter(superseded_by__isnull=True)


class CertificateFilterSet(WagtailFilterSet):
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
    issued_on = django_filters.DateFromToRangeFilter(label=_("Issued"), widget=DateRangePickerWidget)
    expires_on = django_filters.DateFromToRangeFilter(label=_("Last day"), widget=DateRangePickerWidget)

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
