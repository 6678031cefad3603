"""What the press reported about a product: a record of its own, never a certificate."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PressReport(models.Model):
    """One report that names a product, with its source and the row it was read from."""

    product = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="press_reports")
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
        ]

    def __str__(self) -> str:
        return f"{self.product_id}: {self.reported_when}"
