"""Certificates: which star a council awarded to a product, from when to when, and what became of it."""

import secrets
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from catalogue.errors import CertificateChanged, CertificateMoved
from catalogue.periods import expiry_of, lay_periods
from core.clock import today
from core.storage import private_storage

#: Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed.
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """Return a random public code of 8 characters (40 bits)."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))


def read_code(text: str) -> str:
    """Return a typed code as it is stored: upper case, O as 0, I and L as 1, no spaces or dashes."""
    return text.upper().replace(" ", "").replace("-", "").translate(_READ_AS)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Questions about certificates."""

    def in_force(self, day: date) -> Self:
        """Keep the certificates usable on `day`, both ends included: valid, or in granted grace.

        Everything that shows a star asks this.
        """
        return self.filter(effective_from__lte=day, effective_until__gte=day)

    def in_state(self, state: str, day: date) -> Self:
        """Keep the certificates of which `state_on(day)` says `state`."""
        begun = self.filter(effective_from__lte=day)
        if state == Certificate.State.UPCOMING:
            return self.filter(effective_from__gt=day)
        if state == Certificate.State.REVOKED:
            return begun.filter(revoked_on__lte=day)
        begun = begun.filter(Q(revoked_on__isnull=True) | Q(revoked_on__gt=day))
        if state == Certificate.State.SUPERSEDED:
            return begun.filter(superseded_by__issued_on__lte=day)
        begun = begun.filter(Q(superseded_by__isnull=True) | Q(superseded_by__issued_on__gt=day))
        if state == Certificate.State.VALID:
            return begun.filter(expires_on__gte=day)
        ended = begun.filter(expires_on__lt=day)
        if state == Certificate.State.GRACE:
            return ended.filter(grace_until__gte=day)
        return ended.filter(Q(grace_until__isnull=True) | Q(grace_until__lt=day))

    def newest_first(self) -> Self:
        """Order a product's history from the latest."""
        return self.order_by("-issued_on", "-pk")


class Certificate(models.Model):
    """A star rating that the authority awarded to one product.

    `effective_from` and `effective_until` (both days included) are worked out from the product's whole
    history; `effective_until` is the day before `effective_from` where no day is left.
    """

    class State(models.TextChoices):
        """What the register says of a certificate on a day."""

        UPCOMING = "upcoming", _("Not yet in force")
        VALID = "valid", _("Valid")
        GRACE = "grace", _("Under review, still usable")
        EXPIRED = "expired", _("Expired")
        REVOKED = "revoked", _("Revoked")
        SUPERSEDED = "superseded", _("Replaced by a newer one")

    class Level(models.TextChoices):
        """Which authority recognised the product; it depends on the rule set."""

        DISTRICT = "district", _("District")
        PROVINCE = "province", _("Province")
        CENTRE = "centre", _("Ministry")

    code = models.CharField(
        _("public code"), max_length=CODE_LENGTH, unique=True, default=new_code, editable=False
    )
    product = models.ForeignKey(
        "catalogue.Product", models.PROTECT, related_name="certificates", verbose_name=_("product")
    )
    stars = models.PositiveSmallIntegerField(_("stars"))
    rule_set = models.ForeignKey(
        "catalogue.RuleSet", models.PROTECT, related_name="certificates", verbose_name=_("rule set")
    )
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=1, null=True, blank=True)
    decision_number = models.CharField(_("decision number"), max_length=80)
    decided_on = models.DateField(_("decision of"))
    authority_level = models.CharField(_("level of the authority"), max_length=10, choices=Level.choices)
    authority_name = models.CharField(_("authority"), max_length=160)
    issued_on = models.DateField(_("issued on"))
    expires_on = models.DateField(
        _("last day"), blank=True, help_text=_("As printed; empty: 36 months after the day of issue.")
    )
    #: Printed codes carry a district in some eras and none in others: text, never parsed.
    printed_code = models.CharField(_("product code as printed"), max_length=60, blank=True, db_index=True)
    scan = models.FileField(_("scan"), storage=private_storage, upload_to="certificates/", blank=True)
    scan_is_public = models.BooleanField(_("visitors may see the scan"), default=False)

    grace_until = models.DateField(_("grace until"), null=True, blank=True)
    grace_reason = models.TextField(_("reason for grace"), blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revoked_reason = models.TextField(_("reason for revocation"), blank=True)
    revocation_decision = models.CharField(_("decision of revocation"), max_length=80, blank=True)
    superseded_by = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes", editable=False
    )

    effective_from = models.DateField(editable=False)
    effective_until = models.DateField(editable=False)

    #: Counts the saves, so that an object read before somebody else's change cannot undo it.
    revision = models.PositiveIntegerField(default=0, editable=False)
    source = models.CharField(_("source"), max_length=300, blank=True)
    is_demo = models.BooleanField(_("fictional"), default=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = CertificateQuerySet.as_manager()
    # The periods follow from the dates, and save() passes through an empty one on the way.
    history = HistoricalRecords(
        excluded_fields=["effective_from", "effective_until", "superseded_by", "revision"]
    )

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["-issued_on", "-pk"]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["effective_until", "effective_from"], name="certificate_effective")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(stars__range=(3, 5)),
                name="certificate_stars",
                violation_error_message=_("A certificate carries 3, 4 or 5 stars."),
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("issued_on")),
                name="certificate_expires_after_issue",
                violation_error_message=_("The last day must come after the day of issue."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(revoked_on__gte=F("issued_on")),
                name="certificate_revoked_after_issue",
                violation_error_message=_("A certificate cannot be revoked before it was issued."),
            ),
            models.CheckConstraint(
                condition=Q(grace_until__isnull=True) | Q(grace_until__gt=F("expires_on")),
                name="certificate_grace_after_expiry",
                violation_error_message=_("Grace begins after the last day."),
            ),
            models.UniqueConstraint(
                fields=["product", "issued_on"],
                name="certificate_day",
                violation_error_message=_("This product already has a certificate issued on that day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.stars})"

    def clean(self) -> None:
        """Say what no single field can see."""
        super().clean()
        if self.revoked_on and not self.revoked_reason:
            raise ValidationError({"revoked_reason": _("Say why the certificate is revoked.")})
        if self.grace_until and not self.grace_reason:
            raise ValidationError({"grace_reason": _("Say why grace is granted.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the certificate, then the periods of the product's whole history and its stored star.

        Raises:
            CertificateChanged: Somebody saved it after this object was read; nothing is written.
            CertificateMoved: It was to go to another product; a new one is issued instead.
        """
        self.expires_on = self.expires_on or expiry_of(self.issued_on)
        self.effective_from = self.issued_on
        # Empty until the history is laid out, so that no moment shows two certificates in force.
        self.effective_until = self.issued_on - timedelta(days=1)
        self.superseded_by = None
        with transaction.atomic():
            lock_history(self.product_id)
            self._refuse_stale()
            self.revision += 1
            super().save(*args, **kwargs)
            lay_out_history(self.product_id)
            self.refresh_from_db(fields=["effective_from", "effective_until", "superseded_by"])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take a row away that should never have been; the rest of the history is laid out anew."""
        with transaction.atomic():
            lock_history(self.product_id)
            Certificate.objects.filter(superseded_by=self.pk).update(superseded_by=None)
            product_id = self.product_id
            deleted = super().delete(*args, **kwargs)
            lay_out_history(product_id)
        return deleted

    def _refuse_stale(self) -> None:
        stored = Certificate.objects.filter(pk=self.pk).values_list("revision", "product_id").first()
        if stored is None:
            return
        if stored[0] != self.revision:
            raise CertificateChanged(_("Somebody changed this certificate meanwhile. Open it again."))
        if stored[1] != self.product_id:
            raise CertificateMoved(_("A certificate stays with its product. Issue a new one instead."))

    def get_absolute_url(self) -> str:
        return reverse("certificates:detail", kwargs={"code": self.code})

    def state_on(self, day: date) -> State:
        """Return the state on `day` by the register as it stands now."""
        if day < self.effective_from:
            return self.State.UPCOMING
        if self.revoked_on and day >= self.revoked_on:
            return self.State.REVOKED
        if self.superseded_by is not None and day >= self.superseded_by.issued_on:
            return self.State.SUPERSEDED
        if day <= self.expires_on:
            return self.State.VALID
        if self.grace_until and day <= self.grace_until:
            return self.State.GRACE
        return self.State.EXPIRED

    @property
    def state(self) -> State:
        """The state today, in Vietnam."""
        return self.state_on(today())

    @property
    def state_label(self) -> str:
        """The state today in words."""
        return str(self.state.label)


def lock_history(product_id: int) -> None:
    """Take the product's row, which every writer of its certificates takes first."""
    from catalogue.models.product import Product  # noqa: PLC0415  the product's module needs this one

    Product.objects.select_for_update().get(pk=product_id)


def lay_out_history(product_id: int) -> None:
    """Write successors and effective periods of one product's certificates, and its stored star.

    To be called in a transaction that holds the product's row.
    """
    certificates = list(Certificate.objects.filter(product_id=product_id).order_by("issued_on", "pk"))
    periods = lay_periods(certificates)
    changed = [
        (certificate, period, following)
        for certificate, period, following in zip_longest(certificates, periods, certificates[1:])
        if (certificate.effective_from, certificate.effective_until, certificate.superseded_by_id)
        != (period.start, period.end, following.pk if following else None)
    ]
    # Two passes: shrunk to nothing first, so that no row meets a neighbour's old period on the way.
    for certificate, period, _following in changed:
        Certificate.objects.filter(pk=certificate.pk).update(
            superseded_by=None, effective_from=period.start, effective_until=period.start - timedelta(days=1)
        )
    for certificate, period, following in changed:
        Certificate.objects.filter(pk=certificate.pk).update(
            superseded_by=following, effective_from=period.start, effective_until=period.end
        )
    store_star(product_id, today())


def store_star(product_id: int, day: date) -> None:
    """Write the star of `day` onto the product; only ever read together with `certified_until >= day`."""
    from catalogue.models.product import Product  # noqa: PLC0415  the product's module needs this one

    current = Certificate.objects.in_force(day).filter(product_id=product_id).first()
    Product.objects.filter(pk=product_id).update(
        stars_today=current.stars if current else None,
        certified_until=current.effective_until if current else None,
    )
