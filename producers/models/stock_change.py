"""What people changed of prices and stock by hand: who, when, from what to what."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class StockChange(models.Model):
    """One number of a stock record that a person changed. Rows are added, never altered.

    What orders reserve and take is no change of this kind: it follows from the orders themselves.
    """

    class Kind(models.TextChoices):
        """Which number."""

        PRICE = "price", _("Price")
        STOCK = "stock", _("Packs in stock")

    stock_record = models.ForeignKey("partner.StockRecord", models.CASCADE, related_name="changes")
    kind = models.CharField(_("what"), max_length=5, choices=Kind.choices)
    #: Đồng or packs; none: there was no price.
    before = models.BigIntegerField(_("from"), null=True, blank=True)
    after = models.BigIntegerField(_("to"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("changed by"),
    )
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, db_index=True)

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["-changed_at", "-pk"]
        verbose_name = _("change of price or stock")
        verbose_name_plural = _("changes of price and stock")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(before__isnull=True) | ~Q(before=F("after")), name="stock_change_changes"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.before} → {self.after}"
