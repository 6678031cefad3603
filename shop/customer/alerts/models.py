"""Who wants to hear of which product."""

import secrets
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from oscar.apps.customer.abstract_models import AbstractProductAlert

from core.addresses import LANGUAGES


class ProductAlert(AbstractProductAlert):
    """One wish: of a person who is signed in, or of an e-mail address or a phone number once it is confirmed.

    Its key opens the pages that confirm and end it.
    """

    phone = models.CharField(_("phone"), max_length=16, blank=True, default="", help_text=_("E.164"))
    language = models.CharField(max_length=5, choices=[(code, code) for code in LANGUAGES], default="vi")

    class Meta(AbstractProductAlert.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["product"], condition=Q(status="Active"), name="alert_active")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["product", "user"],
                condition=Q(status__in=["Unconfirmed", "Active"]),
                name="alert_user_once",
            ),
            models.UniqueConstraint(
                fields=["product", "email"],
                condition=Q(status__in=["Unconfirmed", "Active"], user=None) & ~Q(email=""),
                name="alert_email_once",
            ),
            models.UniqueConstraint(
                fields=["product", "phone"],
                condition=Q(status__in=["Unconfirmed", "Active"], user=None) & ~Q(phone=""),
                name="alert_phone_once",
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~Q(email="") | ~Q(phone=""), name="alert_has_address"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give every alert its key; Oscar gives none to those of people who are signed in."""
        self.key = self.key or self.get_random_key()
        super().save(*args, **kwargs)

    def get_random_key(self) -> str:
        """Return a key of 192 bits."""
        return secrets.token_urlsafe(24)
