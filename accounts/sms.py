"""Text messages. One function sends them; `SMS_URL` chooses how:

- `console://` prints them (the default on one's own machine);
- `memory://` keeps them in `outbox` (tests);
- `https://TOKEN@HOST/PATH?sender=NAME` posts `{"to", "text", "sender"}` as JSON to a provider or to the
  small relay in front of one, with `Authorization: Bearer TOKEN` and the message's `Idempotency-Key`;
- empty: there is no way to send, and who asks is told so (the default of a public site).
"""

import json
import logging
import sys
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass
from http.client import HTTPException
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _

from accounts.errors import SmsNotSent

#: A log-in page waits for this: no longer than a person would.
TIMEOUT_SECONDS = 8
_KEPT_IN_MEMORY = 1_000

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sms:
    """One text message. `to` is E.164; `key` tells the provider that a second try is the same message."""

    to: str
    text: str
    key: str = ""


#: What `memory://` has sent, the newest last.
outbox: deque[Sms] = deque(maxlen=_KEPT_IN_MEMORY)


class Carrier(Protocol):
    """A way to send; raises `SmsNotSent`."""

    def send(self, message: Sms) -> None:
        """Send one message or raise."""


def send(to: str, text: str, *, key: str = "") -> None:
    """Send a text message at once.

    Args:
        to: The number, E.164.
        text: What the person reads.
        key: The same for every try of one message, so that a provider can drop doubles.

    Raises:
        SmsNotSent: Nobody is set to carry messages, or who carries them did not take this one.
    """
    carrier_of(settings.SMS_URL).send(Sms(to, text, key))


def can_send() -> bool:
    """Say whether messages can be sent at all."""
    return bool(settings.SMS_URL)


def carrier_of(url: str) -> Carrier:
    """Return the carrier that an address names.

    Raises:
        ImproperlyConfigured: The address is none of those above.
    """
    parts = urlsplit(url)
    if not url:
        return NoCarrier()
    if parts.scheme == "console":
        return Console()
    if parts.scheme == "memory":
        return Memory()
    if parts.scheme in {"https", "http"} and parts.hostname:
        host = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
        return HttpGateway(
            address=f"{parts.scheme}://{host}{parts.path}",
            token=unquote(parts.username or ""),
            sender=parse_qs(parts.query).get("sender", [""])[0],
        )
    raise ImproperlyConfigured("SMS_URL reads console://, memory:// or https://TOKEN@HOST/PATH?sender=NAME.")


class NoCarrier:
    """Nothing is set up."""

    def send(self, message: Sms) -> None:
        """Refuse."""
        raise SmsNotSent(_("This site cannot send text messages yet. Please use your e-mail address."))


class Console:
    """Prints messages where the server runs."""

    def send(self, message: Sms) -> None:
        """Print one message."""
        print(f"SMS → {message.to}: {message.text}", file=sys.stdout, flush=True)


class Memory:
    """Keeps messages for tests."""

    def send(self, message: Sms) -> None:
        """Keep one message."""
        outbox.append(message)


@dataclass(frozen=True)
class HttpGateway:
    """Posts messages to an address of a provider."""

    address: str
    token: str
    sender: str

    def send(self, message: Sms) -> None:
        """Post one message; any answer but 2xx within `TIMEOUT_SECONDS` is a refusal."""
        content = {"to": message.to, "text": message.text, "sender": self.sender}
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if message.key:
            headers["Idempotency-Key"] = message.key
        request = urllib.request.Request(  # noqa: S310  the operator's own setting, http or https
            self.address, json.dumps(content).encode(), headers, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
                status = answer.status
        except urllib.error.HTTPError as error:
            status = error.code
            error.close()
        except (OSError, HTTPException) as error:
            # The number and the text stay out of the log: they are personal.
            logger.warning("No text message went out: %s", type(error).__name__)
            raise _not_now() from error
        if not 200 <= status < 300:
            logger.warning("No text message went out: the provider answered %s", status)
            raise _not_now()


def _not_now() -> SmsNotSent:
    return SmsNotSent(_("We could not send the text message just now. Please try again in a few minutes."))
