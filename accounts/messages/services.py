"""Queueing messages, sending one, and keeping the table short."""

import logging
from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.messages import channels, texts
from accounts.messages.models import PATIENCE, Message, key_of
from accounts.messages.tasks import send_message

if TYPE_CHECKING:
    from accounts.models import User

logger = logging.getLogger(__name__)

#: Waiting times after each failed attempt; after the last one the message is given up. Two and a half days.
BACK_OFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=20),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=18),
    timedelta(hours=36),
)
#: How many messages one sweep puts back into the queue.
SWEPT_AT_ONCE = 500
#: For how long staff can see where a message went.
ADDRESS_KEPT = timedelta(days=30)
#: For how long the same news to the same person is recognised.
ROW_KEPT = timedelta(days=400)


@transaction.atomic
def queue(
    *,
    event: str,
    about: str,
    user: "User | None" = None,
    phone: str = "",
    email: str = "",
    language: str = "",
    context: dict[str, str | int] | None = None,
) -> Message | None:
    """Have a message sent once the surrounding transaction is committed.

    It goes by every channel that the event has words for and that reaches the person: e-mail to `email` or
    else to the user's verified address, SMS to `phone` or else to the user's number. A second call for the
    same event, thing and address changes nothing.

    Args:
        event: Names the templates; see the package.
        about: Kind and key of the thing, "order:100023"; it holds no personal data.
        user: Whose message it is; it goes when they have their account erased.
        phone: E.164. The caller knows that it belongs to the person.
        email: The caller knows that it belongs to the person.
        language: Of the words; by default the user's, else Vietnamese.
        context: What the templates need; kept until the message is out.

    Returns:
        The message by the first of its channels; None when the person cannot be reached.

    Raises:
        TemplateDoesNotExist: The event has no words at all.
    """
    made = [
        _one(event, about, channel, address, user, language or _language_of(user), context or {})
        for channel in texts.channels_of(event)
        if (address := _address(channel, user, phone, email))
    ]
    return made[0] if made else None


def _language_of(user: "User | None") -> str:
    return user.language if user else settings.LANGUAGE_CODE


def _address(channel: str, user: "User | None", phone: str, email: str) -> str:
    if channel == Message.Channel.SMS:
        return phone or (user.phone if user and user.phone_verified_at else "") or ""
    return email or (user.verified_email() if user else "")


def _one(
    event: str,
    about: str,
    channel: str,
    address: str,
    user: "User | None",
    language: str,
    context: dict[str, str | int],
) -> Message:
    message, is_new = Message.objects.get_or_create(
        event=event,
        about=about,
        channel=channel,
        recipient_key=key_of(address),
        defaults={
            "address": address,
            "user": user,
            "language": language,
            "context": context,
            "next_try_at": timezone.now() + PATIENCE,
        },
    )
    if is_new:
        send_message.enqueue(message.pk)
    return message


def deliver(message_id: int) -> bool:
    """Send one message, unless another worker has it, it is out, or it is gone; tell whether it got out now.

    Call outside transactions: providers take seconds, and what was tried must be remembered.
    """
    now = timezone.now()
    claimed = Message.objects.filter(pk=message_id, state=Message.State.WAITING).update(
        state=Message.State.SENDING, attempts=F("attempts") + 1, next_try_at=now + PATIENCE
    )
    if not claimed:
        return False
    message = Message.objects.select_related("user").get(pk=message_id)
    if message.state != Message.State.SENDING:  # taken back a moment ago, and its context with it
        return False
    try:
        reference = channels.send(message, texts.compose(message))
    except channels.NotDelivered as failure:
        _failed(message, str(failure), hopeless=failure.hopeless)
        return False
    except Exception as error:
        # Only the kind: an error's words, and so the log, may hold the address.
        logger.error("Message %s failed with %s.", message_id, type(error).__name__)
        _failed(message, type(error).__name__, hopeless=False)
        return False
    Message.objects.filter(pk=message_id).update(
        state=Message.State.SENT,
        sent_at=timezone.now(),
        provider_reference=reference[:120],
        context={},
        last_failure="",
    )
    return True


def _failed(message: Message, kind: str, *, hopeless: bool) -> None:
    """Set the next try, or give up."""
    given_up = hopeless or message.attempts > len(BACK_OFF)
    if given_up:
        logger.warning("Message %s is given up after %s attempts.", message.pk, message.attempts)
        changes: dict[str, Any] = {"state": Message.State.GIVEN_UP, "context": {}}
    else:
        next_try_at = timezone.now() + BACK_OFF[message.attempts - 1]
        changes = {"state": Message.State.WAITING, "next_try_at": next_try_at}
    # One that was taken back meanwhile stays so.
    still_sending = Message.objects.filter(pk=message.pk, state=Message.State.SENDING)
    still_sending.update(last_failure=kind[:80], **changes)


def take_back(*, event: str, about: Collection[str]) -> None:
    """Stop messages that are not out yet; what they were about does not hold any more.

    Args:
        event: As it was queued.
        about: The things, "invitation:7".
    """
    not_out = [Message.State.WAITING, Message.State.SENDING]
    Message.objects.filter(event=event, about__in=about, state__in=not_out).update(
        state=Message.State.GIVEN_UP, context={}, last_failure="taken back"
    )


def sweep() -> int:
    """Put messages back into the queue whose task was lost, whose worker died or whose next try has come.

    Returns:
        How many.
    """
    now = timezone.now()
    overdue = Message.objects.overdue(now).order_by("next_try_at").values_list("pk", flat=True)
    swept = 0
    for pk in list(overdue[:SWEPT_AT_ONCE]):
        with transaction.atomic():
            if (
                Message.objects.overdue(now)
                .filter(pk=pk)
                .update(state=Message.State.WAITING, next_try_at=now + PATIENCE)
            ):
                send_message.enqueue(pk)
                swept += 1
    return swept


def prune() -> tuple[int, int]:
    """Blank the addresses of what went out or was given up some time ago, and remove old rows.

    Returns:
        How many were blanked and how many removed.
    """
    now = timezone.now()
    settled = Message.objects.filter(state__in=[Message.State.SENT, Message.State.GIVEN_UP])
    removed, _by_model = settled.filter(created_at__lt=now - ROW_KEPT).delete()
    blanked = (
        settled.filter(created_at__lt=now - ADDRESS_KEPT)
        .exclude(address="")
        .update(address="", context={}, provider_reference="")
    )
    return blanked, removed
