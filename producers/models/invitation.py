"""Invitations to work for a producer: a link that one person can use once."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.phones import spaced

from .membership import Role

#: For how long the link works.
VALID_FOR = timedelta(days=7)
TOKEN_BYTES = 24


def new_token() -> str:
    """Return a random token for a link: 192 bits, 32 characters."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """Return what is stored of a token. It is random, so that one round of SHA-256 keeps it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _expiry() -> datetime:
    return timezone.now() + VALID_FOR


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def of_token(self, token: str) -> Self:
        """Keep the one whose link carries `token`."""
        return self.filter(token_hash=hash_of(token))

    def unanswered(self) -> Self:
        """Keep those that nobody has used or withdrawn, run out or not."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True)

    def open_at(self, now: datetime) -> Self:
        """Keep those whose link still works."""
        return self.unanswered().filter(expires_at__gt=now)


class Invitation(models.Model):
    """What an owner offers to one person, known by a phone number or an e-mail address."""

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        EXPIRED = "expired", _("Expired")
        REVOKED = "revoked", _("Withdrawn")

    producer = models.ForeignKey(
        "partner.Partner", models.CASCADE, related_name="invitations", verbose_name=_("producer")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"), default=_expiry)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["-created_at", "-pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(Q(phone="") & ~Q(email="")) | (~Q(phone="") & Q(email="")),
                name="invitation_phone_or_email",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role"),
            # A person has one unanswered invitation to a shop: a new one takes the old one's place.
            models.UniqueConstraint(
                fields=["producer", "phone"],
                condition=~Q(phone="") & Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_one_for_phone",
            ),
            models.UniqueConstraint(
                fields=["producer", "email"],
                condition=~Q(email="") & Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_one_for_email",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact}: {self.get_role_display()}"

    @property
    def contact(self) -> str:
        """The phone number as people write it, or the e-mail address."""
        return spaced(self.phone) if self.phone else self.email

    @property
    def contact_hint(self) -> str:
        """As much of the contact as its own holder needs to recognise it."""
        if self.phone:
            return f"••• {self.phone[-3:]}"
        name, _at, host = self.email.partition("@")
        return f"{name[:1]}•••@{host}"

    def state_at(self, now: datetime) -> State:
        """Return what became of it by `now`."""
        if self.accepted_at:
            return self.State.ACCEPTED
        if self.revoked_at:
            return self.State.REVOKED
        return self.State.EXPIRED if self.expires_at <= now else self.State.OPEN
