"""The VAT treatment of a seller, by date."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

#: The rates in use; no rate at all means that the seller pays no VAT.
VAT_RATES = (0, 5, 8, 10)


class SellerTaxTreatment(models.Model):
    """From which day a seller charges which VAT rate; without a row it is not a VAT payer."""

    producer = models.ForeignKey(
        "partner.Partner", models.CASCADE, related_name="tax_treatments", verbose_name=_("producer")
    )
    valid_from = models.DateField(_("valid from"))
    rate_percent = models.PositiveSmallIntegerField(
        _("VAT rate in per cent"), null=True, blank=True, help_text=_("Empty: not a VAT payer.")
    )
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["producer", "-valid_from"]
        verbose_name = _("tax treatment of a seller")
        verbose_name_plural = _("tax treatments of sellers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["producer", "valid_from"], name="seller_tax_day"),
            models.CheckConstraint(
                condition=Q(rate_percent__isnull=True) | Q(rate_percent__in=VAT_RATES), name="seller_tax_rate"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.producer}: {self.rate_percent} %"
