"""The decisions under which products are evaluated, and the grace they allow; law as dated data."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

#: Art. 12 of 26/2026/QĐ-TTg: past the day of expiry.
LONGEST_GRACE_DAYS = 180


class RuleSetQuerySet(models.QuerySet["RuleSet"]):
    """Questions about rule sets."""

    def in_force(self, day: date) -> Self:
        """Keep the rule sets under which a dossier could be evaluated on `day`."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


class RuleSet(models.Model):
    """One decision on evaluation: 1048/2019, 148/2023, 1489/2025 or 26/2026."""

    code = models.SlugField(_("code"), max_length=12, primary_key=True)
    decision_number = models.CharField(_("decision"), max_length=80)
    issued_on = models.DateField(_("issued"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    #: Highest points of parts A, B and C; totals of different rule sets are never compared.
    part_points = models.JSONField(_("points of the parts"), default=list)
    #: Who recognises 3, 4 and 5 stars: {"3": "province", …}.
    authorities = models.JSONField(_("authorities"), default=dict)
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["valid_from"]
        verbose_name = _("rule set")
        verbose_name_plural = _("rule sets")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="rule_set_period"
            )
        ]

    def __str__(self) -> str:
        return self.decision_number


class GraceRule(models.Model):
    """Which expiry dates qualify for grace, and for how long (Art. 12 of 26/2026/QĐ-TTg).

    The decision does not list the dates, so there is no row until the programme office sets one.
    """

    rule_set = models.ForeignKey(
        RuleSet, models.CASCADE, related_name="grace_rules", verbose_name=_("rule set")
    )
    expires_from = models.DateField(_("expiry from"))
    expires_to = models.DateField(_("expiry to"))
    longest_days = models.PositiveSmallIntegerField(_("longest grace in days"), default=LONGEST_GRACE_DAYS)
    basis = models.CharField(_("basis"), max_length=255)

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["rule_set", "expires_from"]
        verbose_name = _("grace rule")
        verbose_name_plural = _("grace rules")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(expires_to__gte=F("expires_from")), name="grace_rule_period"),
            models.CheckConstraint(condition=Q(longest_days__lte=LONGEST_GRACE_DAYS), name="grace_rule_days"),
        ]

    def __str__(self) -> str:
        return f"{self.expires_from} – {self.expires_to}: {self.longest_days}"
