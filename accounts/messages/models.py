"""One message to one person by one channel, and how far it got."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages as the sender and the sweeper ask for them."""

    def to_address(self, *addresses: str) -> Self:
        """Keep the messages to these phone numbers and e-mail addresses, blanked ones included."""
        return self.filter(recipient_key__in=[key_of(address) for address in addresses if address])

    def overdue(self, now: datetime) -> Self:
        """Keep what is due again: its task was lost, its worker died, or its next try has come."""
        return self.filter(state__in=[Message.State.WAITING, Message.State.SENDING], next_try_at__lte=now)


class Message(models.Model):
    """What is to be said once to one address about one thing.

    The row outlives its contents, so that the same news does not go out twice: once it is sent, the words'
    context is removed, and after a while the address too.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("SMS")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        GIVEN_UP = "given_up", _("Given up")

    event = models.CharField(_("event"), max_length=60)
    #: Kind and key of what it is about, "order:100023"; never personal data, since it stays the longest.
    about = models.CharField(_("about"), max_length=120)
    channel = models.CharField(_("channel"), max_length=8, choices=Channel.choices)
    #: A keyed digest of the address, which keeps the row unique after `address` is blanked.
    recipient_key = models.CharField(max_length=64, editable=False)
    address = models.CharField(_("sent to"), max_length=254, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="messages"
    )
    language = models.CharField(_("language"), max_length=5)
    context = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    #: When the sweeper looks at it, if nothing has happened by then.
    next_try_at = models.DateTimeField(_("next try"))
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    provider_reference = models.CharField(_("provider's reference"), max_length=120, blank=True)
    #: What kind of failure the last one was; providers' words may repeat the address and are not kept.
    last_failure = models.CharField(_("last failure"), max_length=80, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "about", "recipient_key", "channel"], name="message_once"
            )
        ]
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="message_due"),
            models.Index(fields=["recipient_key"], name="message_recipient"),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.about} ({self.channel})"


#: How long a task may lie in the queue, or a worker work on one message, before the sweeper steps in.
PATIENCE = timedelta(minutes=10)


def key_of(address: str) -> str:
    """Return the digest under which an address is known; without the site's secret nobody can guess it."""
    return salted_hmac("accounts.messages", address.lower(), algorithm="sha256").hexdigest()
