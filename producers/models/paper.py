"""Papers of a producer: declarations, food safety, standards, test reports, and why one may be missing."""

import secrets
from datetime import date, timedelta
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from core.storage import private_storage

#: A paper that ends within so many days is about to expire.
EXPIRING_DAYS = 90


def new_paper_code() -> str:
    """Return the random part of a paper's address (12 characters, 72 bits)."""
    return secrets.token_urlsafe(9)


class PaperKind(models.TextChoices):
    """What a paper proves (Decree 15/2018/NĐ-CP and the standards that buyers ask for)."""

    SELF_DECLARATION = "self_declaration", _("Self-declaration of the product")
    REGISTRATION = "registration", _("Registered declaration of the product")
    FOOD_SAFETY = "food_safety", _("Food-safety certificate")
    TEST_REPORT = "test_report", _("Test report")
    VIETGAP = "vietgap", _("VietGAP")
    HACCP = "haccp", _("HACCP")
    ISO_22000 = "iso_22000", _("ISO 22000")
    GMP = "gmp", _("GMP")
    ORGANIC = "organic", _("Organic certificate")
    OTHER = "other", _("Other paper")


class ExemptionGround(models.Model):
    """A ground on which the law asks no paper of a kind; dated data, loaded with the reference data."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    kind = models.CharField(_("paper that is not needed"), max_length=20, choices=PaperKind.choices)
    words = models.CharField(_("ground"), max_length=255)
    law = models.CharField(_("law"), max_length=80)
    article = models.CharField(_("article"), max_length=80)
    source_url = models.URLField(_("source"), max_length=500)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=400, blank=True)

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["kind", "code"]
        verbose_name = _("ground of exemption")
        verbose_name_plural = _("grounds of exemption")

    def __str__(self) -> str:
        return self.words

    def holds_on(self, day: date) -> bool:
        """Say whether the law knows this ground on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class PaperQuerySet(models.QuerySet["Paper"]):
    """Questions about papers."""

    def valid(self, day: date) -> Self:
        """Keep the papers that hold on `day`, exemptions included."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day)).filter(
            Q(issued_on__isnull=True) | Q(issued_on__lte=day)
        )


class Paper(models.Model):
    """One paper of a producer, or the ground on which it needs none.

    The file is private. `file_is_public` opens it to visitors, under the paper's own address only.
    """

    class State(models.TextChoices):
        """What a paper is worth on a day."""

        UPCOMING = "upcoming", _("not yet valid")
        VALID = "valid", _("valid")
        EXPIRING = "expiring", _("expires soon")
        EXPIRED = "expired", _("expired")
        EXEMPT = "exempt", _("not needed")

    producer = models.ForeignKey(
        "partner.Partner", models.PROTECT, related_name="papers", verbose_name=_("producer")
    )
    code = models.CharField(max_length=16, unique=True, default=new_paper_code, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=PaperKind.choices)
    number = models.CharField(_("number"), max_length=80, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    exemption = models.ForeignKey(
        ExemptionGround,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name=_("ground of exemption"),
        help_text=_("Where the law asks no such paper of this producer."),
    )
    file = models.FileField(_("file"), storage=private_storage, upload_to="papers/%Y/", blank=True)
    file_is_public = models.BooleanField(_("visitors may see the file"), default=False)
    checked_on = models.DateField(
        _("checked on"), null=True, blank=True, help_text=_("The day on which the office saw the original.")
    )
    is_demo = models.BooleanField(_("fictional"), default=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = PaperQuerySet.as_manager()
    history = HistoricalRecords(app="partner")

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["producer", "kind", "-issued_on", "-pk"]
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(exemption__isnull=False)
                | (~Q(number="") & ~Q(issuer="") & Q(issued_on__isnull=False)),
                name="paper_number_or_exemption",
                violation_error_message=_(
                    "Give number, issuer and day of issue, or the ground on which none is needed."
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(issued_on__isnull=True)
                | Q(valid_until__gte=F("issued_on")),
                name="paper_ends_after_issue",
                violation_error_message=_("The last day must not come before the day of issue."),
            ),
            models.CheckConstraint(
                condition=Q(file_is_public=False) | ~Q(file=""),
                name="paper_public_has_file",
                violation_error_message=_("There is no file that visitors could see."),
            ),
            models.UniqueConstraint(
                fields=["producer", "kind", "number", "issued_on"],
                condition=~Q(number=""),
                name="paper_once",
                violation_error_message=_("This paper is recorded already."),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [str(self.get_kind_display()), self.number]))

    def clean(self) -> None:
        """Refuse a ground of exemption that belongs to another kind of paper."""
        super().clean()
        if self.exemption_id and self.exemption is not None and self.exemption.kind != self.kind:
            raise ValidationError({"exemption": _("This ground is about another kind of paper.")})

    def get_absolute_url(self) -> str:
        """Return the address of the public copy; it answers only while the copy is public."""
        return reverse("producers:paper", kwargs={"slug": self.producer.slug, "code": self.code})

    def state_on(self, day: date) -> State:
        """Return what the paper is worth on `day`, both ends included."""
        if self.exemption_id and self.exemption is not None:
            return self.State.EXEMPT if self.exemption.holds_on(day) else self.State.EXPIRED
        if self.issued_on is not None and day < self.issued_on:
            return self.State.UPCOMING
        if self.valid_until is None or day <= self.valid_until - timedelta(days=EXPIRING_DAYS):
            return self.State.VALID
        return self.State.EXPIRING if day <= self.valid_until else self.State.EXPIRED
