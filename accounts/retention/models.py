"""Kept records and who looked at them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RetainedRecord(models.Model):
    """One contract, invoice or complaint of a person who is no longer here."""

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("Contract")
        INVOICE = "invoice", _("Invoice")
        COMPLAINT = "complaint", _("Complaint")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    #: By which it is asked for: an order number, an invoice number. No personal data: lists show it.
    reference = models.CharField(_("reference"), max_length=60)
    payload = models.JSONField(_("contents"))
    #: The last day it may exist.
    delete_after = models.DateField(_("kept until"), db_index=True)
    #: Why until then: the rule, in words.
    basis = models.CharField(_("kept because"), max_length=300)
    retained_at = models.DateTimeField(_("kept since"), default=timezone.now)

    class Meta:
        db_table = "retained_record"
        verbose_name = _("retained record")
        verbose_name_plural = _("retained records")
        ordering = ["delete_after", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "reference"], name="retained_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["contract", "invoice", "complaint"]), name="retained_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.reference}"


class RetainedRecordLook(models.Model):
    """Somebody of the staff opened a record, and said why. It goes with the record."""

    record = models.ForeignKey(RetainedRecord, models.CASCADE, related_name="looks")
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who")
    )
    reason = models.CharField(_("reason"), max_length=300)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        db_table = "retained_record_look"
        verbose_name = _("look at a retained record")
        verbose_name_plural = _("looks at retained records")
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="retained_look_reason")]

    def __str__(self) -> str:
        return f"{self.record_id} {self.at:%Y-%m-%d %H:%M}"
