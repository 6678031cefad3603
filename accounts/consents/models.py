"""What a person agreed to and what they took back: rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ConsentRecord(models.Model):
    """One answer to one purpose. The database refuses changes; the rows go when the person is erased."""

    class Channel(models.TextChoices):
        """Where the person answered."""

        ACCOUNT = "account", _("Account page")
        SIGN_UP = "sign_up", _("Sign-up")
        CHECKOUT = "checkout", _("Checkout")
        LINK = "link", _("Link in a message")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents", verbose_name=_("person")
    )
    purpose = models.SlugField(_("purpose"), max_length=40)
    given = models.BooleanField(_("given"))
    #: The day of the text that was on the page, and the language it was read in.
    text_version = models.DateField(_("text of"))
    language = models.CharField(_("language"), max_length=5)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["pk"]
        indexes = [models.Index(fields=["user", "purpose"], name="consent_of_person")]

    def __str__(self) -> str:
        return f"{self.purpose}: {'+' if self.given else '−'}"
