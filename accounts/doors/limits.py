"""How often codes are sent and tried, counted where a new session brings nothing new.

Strangers can ask for codes to anybody's number. So what one network may ask for one number ends before what
the number may get from all of them: its holder, elsewhere, still gets codes. Both end with the hour.
"""

from typing import Any

from allauth.account.internal.flows.phone_verification import PHONE_VERIFICATION_SESSION_KEY
from allauth.core.exceptions import RateLimited
from django.conf import settings
from django.http import HttpRequest

from accounts.messages.models import key_of
from core.client import Limit, client_address, network_of

#: Codes to one number or address, asked for from one network: two log-ins with everything sent again.
FROM_HERE = Limit("code-from-here", most=6, window_seconds=3_600)
#: Codes to one number or address from anywhere.
TO_ONE = Limit("code-to-one", most=15, window_seconds=3_600)
#: Text messages that one network can cause. A whole village may share one address of its carrier.
SMS_FROM_NETWORK = Limit("code-sms-network", most=120, window_seconds=3_600)
#: Of one pending code, which ends long before the window.
TRIES = Limit("code-tries", most=settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS, window_seconds=86_400)
RESENDS = Limit("code-resends", most=settings.ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND, window_seconds=86_400)


class TooManyCodes(RateLimited):
    """No more codes for now."""

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__()
        self.retry_after_seconds = retry_after_seconds


def count_code(request: HttpRequest, recipient: str) -> None:
    """Count a code before it is sent, whether anybody has an account or not.

    Args:
        request: Of whoever asks.
        recipient: A number (E.164) or an e-mail address.

    Raises:
        TooManyCodes: Too many went to the recipient, or text messages from this network.
    """
    network, to = client_address(request), key_of(recipient)
    counted = [(FROM_HERE, f"{network_of(network)}|{to}"), (TO_ONE, to)]
    if "@" not in recipient:
        counted.append((SMS_FROM_NETWORK, network))
    for limit, who in counted:
        if not limit.count(who):
            raise TooManyCodes(limit.seconds_left())


def count_resend(request: HttpRequest, recipient: str) -> None:
    """Count that the pending code is sent anew.

    Raises:
        TooManyCodes: It was sent anew too often, also by sessions that share it.
    """
    if not RESENDS.count(_pending_code(request)):
        raise TooManyCodes(settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
    count_code(request, recipient)


def count_try(request: HttpRequest) -> bool:
    """Count a try at the pending code; say whether it is one of those that the code allows.

    allauth counts in the session, where posts at the same time all read the same number.
    """
    return TRIES.count(_pending_code(request))


def _pending_code(request: HttpRequest) -> str:
    """Name the code that the session waits for, the same in every copy of the session."""
    stage = getattr(request, "_login_stage", None)
    state: dict[str, Any] = stage.state if stage else request.session.get(PHONE_VERIFICATION_SESSION_KEY, {})
    return key_of(f"{state.get('phone') or state.get('email')} {state.get('at')}")
