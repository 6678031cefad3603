"""Who asks, as far as limits need to know."""

import ipaddress
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the visitor's address; behind proxies, the one that the outermost trusted proxy saw.

    `X-Forwarded-For` is believed only as far from its end as `TRUSTED_PROXY_COUNT` says: what stands before
    that was written by the visitor.
    """
    trusted = settings.TRUSTED_PROXY_COUNT
    chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if trusted and len(chain) >= trusted:
        return chain[-trusted]
    return str(request.META.get("REMOTE_ADDR", ""))


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` events of one visitor in a window of `window_seconds`.

    Every event takes a place of its own by `cache.add`, which no cache does twice: counting up would lose
    events on the database cache (60 at once were counted as 15) and move the window's end.
    """

    name: str
    most: int
    window_seconds: int

    def count(self, who: str) -> bool:
        """Take one place of the current window; say whether there was one left, also among many at once."""
        places = self._places(who)
        taken = cache.get_many(places)
        return any(
            cache.add(place, 1, timeout=self.window_seconds * 2) for place in places if place not in taken
        )

    def seconds_left(self) -> int:
        """Return the seconds until the current window ends, one at least."""
        return self.window_seconds - int(time.time()) % self.window_seconds

    def _places(self, who: str) -> list[str]:
        window = int(time.time()) // self.window_seconds
        whose = network_of(who)
        return [f"limit:{self.name}:{window}:{whose}:{number}" for number in range(self.most)]


def network_of(who: str) -> str:
    """Return the /64 of an IPv6 address: one line has 2^64 addresses to take turns with. All else stays."""
    try:
        known = ipaddress.ip_address(who)
    except ValueError:
        return who
    if isinstance(known, ipaddress.IPv4Address):
        return who
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ipaddress.ip_network((known, 64), strict=False))
