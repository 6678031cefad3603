"""Lots of a pack size: when they were made, what happened to them, and whether they are called back."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.gs1 import LOT_LENGTH, digital_link, is_lot_code

#: Electronic label data stay this long after the last day (Decree 37/2026/NĐ-CP).
KEPT_AFTER_EXPIRY_DAYS = 366
#: So many days before its last one, a lot is said to be near its end.
NEAR_END_DAYS = 30


def check_lot_code(code: str) -> None:
    """Refuse a code that GS1 does not know or that no address can carry.

    Raises:
        ValidationError: It has other characters than set 82, more than 20, or a slash at an end.
    """
    if not is_lot_code(code):
        raise ValidationError(
            _("A lot code has 1 to 20 letters without marks, digits and simple signs, no spaces.")
        )


class LotQuerySet(models.QuerySet["Lot"]):
    """Questions about lots."""

    def recalled(self) -> Self:
        """Keep the lots that are called back."""
        return self.filter(recalled_on__isnull=False)

    def newest_first(self) -> Self:
        """Order by the day of making, the latest first."""
        return self.order_by("-made_on", "-pk")


class Lot(models.Model):
    """One lot of what is sold as one size; its address is the GS1 Digital Link on the pack."""

    product = models.ForeignKey(
        "catalogue.Product", models.PROTECT, related_name="lots", verbose_name=_("product or pack size")
    )
    code = models.CharField(
        _("lot code"),
        max_length=LOT_LENGTH,
        validators=[check_lot_code],
        help_text=_("As printed on the pack; capital and small letters differ."),
    )
    made_on = models.DateField(_("made on"))
    best_before = models.DateField(_("best before"), null=True, blank=True)
    recalled_on = models.DateField(_("called back on"), null=True, blank=True)
    recall_reason = models.TextField(_("why it is called back"), blank=True)
    recall_advice = models.TextField(
        _("what buyers should do"),
        blank=True,
        help_text=_("Such as: do not eat it, bring it back, whom to call."),
    )
    is_demo = models.BooleanField(_("fictional"), default=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = LotQuerySet.as_manager()

    if TYPE_CHECKING:
        recall_reason_vi: str
        recall_reason_en: str
        recall_advice_vi: str
        recall_advice_en: str

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["-made_on", "-pk"]
        verbose_name = _("lot")
        verbose_name_plural = _("lots")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["product", "code"],
                name="lot_once",
                violation_error_message=_("This product has a lot with that code already."),
            ),
            models.CheckConstraint(
                condition=Q(best_before__isnull=True) | Q(best_before__gte=F("made_on")),
                name="lot_best_before_after_made",
                violation_error_message=_("The best-before day must not come before the day of making."),
            ),
            models.CheckConstraint(
                condition=Q(recalled_on__isnull=True) | Q(recalled_on__gte=F("made_on")),
                name="lot_recalled_after_made",
                violation_error_message=_("A lot cannot be called back before it was made."),
            ),
            models.CheckConstraint(
                # The columns of a language may be NULL, which a check lets pass.
                condition=Q(recalled_on__isnull=True)
                | (
                    Q(recall_reason_vi__isnull=False)
                    & ~Q(recall_reason_vi="")
                    & Q(recall_advice_vi__isnull=False)
                    & ~Q(recall_advice_vi="")
                ),
                name="lot_recall_has_words",
                violation_error_message=_("Say why the lot is called back and what buyers should do."),
            ),
            models.CheckConstraint(condition=~Q(code=""), name="lot_has_code"),
        ]

    def __str__(self) -> str:
        return self.code

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take away a lot that was never traced; what visitors could have scanned stays."""
        if self.events.exists() or self.recalled_on is not None:
            raise models.ProtectedError(
                str(_("A lot that was traced or called back stays on record.")), {self}
            )
        return super().delete(*args, **kwargs)

    @property
    def is_recalled(self) -> bool:
        """Say whether this lot is called back."""
        return self.recalled_on is not None

    def days_left(self, day: date) -> int | None:
        """Return the days from `day` to the last one, negative past it, or None where there is none."""
        return (self.best_before - day).days if self.best_before else None

    def is_near_end(self, day: date) -> bool:
        """Say whether the best-before day is close."""
        left = self.days_left(day)
        return left is not None and 0 <= left <= NEAR_END_DAYS

    def is_told_on(self, day: date) -> bool:
        """Say whether a recall still concerns anybody: twelve months past the last day it does not."""
        last = self.best_before or self.made_on + timedelta(days=3 * KEPT_AFTER_EXPIRY_DAYS)
        return day <= last + timedelta(days=KEPT_AFTER_EXPIRY_DAYS)

    def get_absolute_url(self) -> str:
        """Return the address of the lot's page; the product has a GTIN, else there is none."""
        if not self.product.upc:
            return ""
        return f"{reverse('passport:item', kwargs={'gtin': self.product.upc})}10/{quote(self.code, safe='')}/"

    @property
    def digital_link(self) -> str:
        """The address that the QR of this lot carries, or nothing where its product has no GTIN."""
        return digital_link(self.product.upc, self.code) if self.product.upc else ""


class LotEvent(models.Model):
    """Something that happened to a lot, on a day, at a place."""

    class Kind(models.TextChoices):
        """What happened."""

        HARVESTED = "harvested", _("Harvested")
        RECEIVED = "received", _("Raw material received")
        PROCESSED = "processed", _("Processed")
        PACKED = "packed", _("Packed")
        TESTED = "tested", _("Tested")
        STORED = "stored", _("Stored")
        SHIPPED = "shipped", _("Sent out")
        OTHER = "other", _("Other")

    lot = models.ForeignKey(Lot, models.CASCADE, related_name="events", verbose_name=_("lot"))
    on = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    words = models.CharField(_("in words"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=160, blank=True)

    if TYPE_CHECKING:
        words_vi: str
        words_en: str | None
        place_vi: str
        place_en: str | None

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["on", "pk"]
        verbose_name = _("event of a lot")
        verbose_name_plural = _("events of a lot")

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"
