"""A claim or registration, and the papers sent with it."""

import secrets
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.storage import private_storage

#: Crockford's letters: none is taken for another when read aloud over the phone.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
TOKEN_BYTES = 24


def new_claim_code() -> str:
    """Return a random code of eight letters and digits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))


def new_claim_token() -> str:
    """Return a random token for a link: 192 bits, 32 characters."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def paper_path(paper: "ClaimPaper", filename: str) -> str:
    """Return where a paper lies in the private storage."""
    return f"claims/{paper.claim.code}/{filename}"


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about claims."""

    def waiting(self) -> Self:
        """Keep those that nobody has decided."""
        return self.filter(state=Claim.State.SUBMITTED)

    def rivals_of(self, claim: "Claim") -> Self:
        """Keep what others ask about the same shop: the same record, or the same registration paper."""
        same = Q(registration_number__iexact=claim.registration_number)
        if claim.producer_id is not None:
            same |= Q(producer=claim.producer_id)
        return self.filter(same).exclude(pk=claim.pk)


class Claim(models.Model):
    """One person asks to run a producer's page; a registration names no producer until it is approved."""

    class State(models.TextChoices):
        """What became of it."""

        SUBMITTED = "submitted", _("Waiting for the office")
        APPROVED = "approved", _("Approved")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    code = models.CharField(_("code"), max_length=CODE_LENGTH, unique=True, default=new_claim_code)
    token = models.CharField(max_length=40, default=new_claim_token, editable=False)
    #: Made with the empty form: sent twice, it is one request.
    form_key = models.UUIDField(unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.SUBMITTED)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="claims", verbose_name=_("asker")
    )
    is_registration = models.BooleanField(_("new shop"), default=False)
    producer = models.ForeignKey(
        "partner.Partner", models.SET_NULL, null=True, related_name="claims", verbose_name=_("producer")
    )
    name = models.CharField(_("name of the shop"), max_length=128)
    kind = models.CharField(_("kind"), max_length=20)
    legal_name = models.CharField(_("legal name"), max_length=200)
    registration_number = models.CharField(_("registration number"), max_length=40)
    tax_code = models.CharField(_("tax code"), max_length=14, blank=True)
    representative = models.CharField(_("representative"), max_length=120)
    unit = models.ForeignKey(
        "regions.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("commune")
    )
    street = models.CharField(_("street line"), max_length=200, blank=True)
    #: The asker's confirmed number when they asked, E.164.
    phone = models.CharField(_("phone"), max_length=16)
    position = models.CharField(_("position at the shop"), max_length=80)
    message = models.TextField(_("message"), max_length=2000, blank=True)
    is_demo = models.BooleanField(_("fictional"), default=False, editable=False)
    created_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["-created_at", "-pk"]
        verbose_name = _("claim or registration")
        verbose_name_plural = _("claims and registrations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "producer"], condition=Q(state="submitted"), name="claim_one_open"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["submitted", "withdrawn"])
                | (Q(decided_at__isnull=False) & ~Q(reason="")),
                name="claim_decided_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"

    @property
    def is_overtaken(self) -> bool:
        """Say whether somebody else runs the shop by now, though this request still waits."""
        return (
            self.state == self.State.SUBMITTED
            and self.producer is not None
            and (not self.producer.is_reported or self.producer.memberships.exists())
        )

    @property
    def status_url(self) -> str:
        """The page that tells the asker how it stands; its link opens without a log-in."""
        return reverse("claims:status", kwargs={"code": self.code, "token": self.token})


class ClaimPaper(models.Model):
    """A paper that shows who runs the shop; staff read it, nobody else."""

    class Kind(models.TextChoices):
        """What it is."""

        REGISTRATION = "registration", _("Registration paper of the shop")
        AUTHORITY = "authority", _("Letter of authority")
        CERTIFICATE = "certificate", _("OCOP certificate or decision")

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="papers", verbose_name=_("claim"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    file = models.FileField(_("file"), storage=private_storage, upload_to=paper_path)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("paper of a claim")
        verbose_name_plural = _("papers of claims")

    def __str__(self) -> str:
        return str(self.get_kind_display())
