"""What the press reported about a product: a record of its own, never a certificate."""

from typing import ClassVar, Self

from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.press_words import when_words


class PressReportQuerySet(models.QuerySet["PressReport"]):
    """Questions about press reports."""

    def waiting(self) -> Self:
        """Keep those that nobody has settled."""
        return self.filter(outcome=PressReport.Outcome.OPEN)

    def shown(self) -> Self:
        """Keep those that public pages may cite, the latest first."""
        return self.exclude(outcome=PressReport.Outcome.DISMISSED).order_by("-year", "pk")


class PressReport(models.Model):
    """One report that names a product, with its source and the row it was read from."""

    class Outcome(models.TextChoices):
        """What the programme office made of it (`catalogue.reports`)."""

        OPEN = "open", _("Not settled")
        CONFIRMED = "confirmed", _("Confirmed")
        MERGED = "merged", _("Merged into another product")
        DISMISSED = "dismissed", _("Dismissed")

    product = models.ForeignKey(
        "catalogue.Product", models.CASCADE, related_name="press_reports", verbose_name=_("product")
    )
    stars = models.PositiveSmallIntegerField(_("stars reported"), null=True, blank=True)
    #: As the source words it: "2020 round, reported 2021".
    reported_when = models.CharField(_("when"), max_length=120)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    source_url = models.URLField(_("source"), max_length=500)
    read_on = models.DateField(_("read on"))
    name_is_back_translation = models.BooleanField(_("name rebuilt from a translation"), default=False)
    note = models.TextField(_("note"), blank=True)
    #: Provenance: the file, its row's number and the row as it stood.
    file_name = models.CharField(max_length=80)
    row_number = models.PositiveIntegerField()
    row = models.JSONField()

    outcome = models.CharField(
        _("outcome"),
        max_length=10,
        choices=Outcome.choices,
        default=Outcome.OPEN,
        editable=False,
        db_index=True,
    )
    settled_at = models.DateTimeField(_("settled"), null=True, editable=False)
    settled_reason = models.TextField(_("reason"), blank=True, editable=False)

    objects = PressReportQuerySet.as_manager()

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["product", "-year", "pk"]
        verbose_name = _("press report")
        verbose_name_plural = _("press reports")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["file_name", "row_number"], name="press_report_row"),
            models.CheckConstraint(
                condition=Q(stars__isnull=True) | Q(stars__range=(1, 5)), name="press_report_stars"
            ),
            models.CheckConstraint(
                condition=Q(outcome="open", settled_at__isnull=True)
                | (~Q(outcome="open") & Q(settled_at__isnull=False)),
                name="press_report_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product.title}: {when_words(self.reported_when, get_language() or 'vi')}"

    @property
    @display(description=_("product"))
    def title(self) -> str:
        """The name of the product; in lists of reports."""
        return str(self.product.title)

    @property
    def is_open(self) -> bool:
        """Say whether nobody has settled it."""
        return self.outcome == self.Outcome.OPEN
