"""Who may act for a producer, and as what."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

if TYPE_CHECKING:
    from accounts.models import User

    from .producer import Partner


class Role(models.TextChoices):
    """What a member may do in the producer's office."""

    OWNER = "owner", _("Owner")
    SALES = "sales", _("Sales")
    PACKER = "packer", _("Packer")
    VIEWER = "viewer", _("Viewer")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Questions about members."""

    def owners(self) -> Self:
        """Keep the owners, who alone may invite, change roles and remove members."""
        return self.filter(role=Role.OWNER)

    def role_of(self, user: "User | Any", producer: "Partner") -> Role | None:
        """Return the role of `user` at `producer`, or None: no member."""
        if not user.is_authenticated:
            return None
        role = self.filter(user=user, producer=producer).values_list("role", flat=True).first()
        return Role(role) if role else None


class Membership(models.Model):
    """One person's place at one producer; nobody has two.

    Services of `producers.membership` change it: they keep an owner at every producer that has members.
    """

    producer = models.ForeignKey(
        "partner.Partner", models.CASCADE, related_name="memberships", verbose_name=_("producer")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = MembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        app_label = "partner"
        ordering: ClassVar[list[str]] = ["producer", "added_at", "pk"]
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["producer", "user"],
                name="membership_once",
                violation_error_message=_("This person is a member already."),
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
