"""The words of a message, made from the event's templates when it is sent."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.template import Context, Template, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation

from accounts.messages.models import Message
from core.vietnamese import strip_marks

_KINDS = {Message.Channel.EMAIL: "email", Message.Channel.SMS: "sms"}
#: One letter outside the basic set makes every part of an SMS 70 letters long instead of 160.
_PLAIN = str.maketrans({"₫": "d", "\u00a0": " ", "\u202f": " ", "’": "'", "–": "-", "…": "..."})


@dataclass(frozen=True)
class Words:
    """What is sent; an SMS has no subject."""

    subject: str
    body: str


@cache
def channels_of(event: str) -> tuple[str, ...]:
    """Return the channels that an event has words for, e-mail first.

    Raises:
        TemplateDoesNotExist: It has none.
    """
    found = tuple(channel.value for channel, kind in _KINDS.items() if _template(event, kind))
    if not found:
        raise TemplateDoesNotExist(f"messages/{event}.email.txt")
    return found


def compose(message: Message) -> Words:
    """Write a message in its language."""
    values = {
        **message.context,
        "recipient_name": message.user.full_name if message.user else "",
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
    }
    with translation.override(message.language):
        if message.channel == Message.Channel.SMS:
            return Words("", plain_sms(_render(message.event, "sms", values)))
        subject = " ".join(_render(message.event, "subject", values).split())
        return Words(subject, _render(message.event, "email", values).strip() + "\n")


def plain_sms(text: str) -> str:
    """Return `text` on one line without marks, as Vietnamese shops send it: a third of the price.

    >>> plain_sms("Đơn 100023: 120.000 ₫")
    'Don 100023: 120.000 d'
    """
    return " ".join(strip_marks(text.translate(_PLAIN)).split())


def _render(event: str, kind: str, values: dict[str, object]) -> str:
    template = _template(event, kind)
    if template is None:
        raise TemplateDoesNotExist(f"messages/{event}.{kind}.txt")
    return template.render(Context(values, autoescape=False))


def _template(event: str, kind: str) -> Template | None:
    try:
        found: Template = get_template(f"messages/{event}.{kind}.txt").template  # type: ignore[attr-defined]
    except TemplateDoesNotExist:
        return None
    return found
