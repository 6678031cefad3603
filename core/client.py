"""Who asks, as far as limits need to know."""

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


def count_up(name: str, who: str, window_seconds: int) -> int:
    """Count one more event of `who` in a window that begins with the first, and return the count."""
    key = f"limit:{name}:{who}"
    if cache.add(key, 1, timeout=window_seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # the window ended between the two calls
        cache.set(key, 1, timeout=window_seconds)
        return 1


def counted(name: str, who: str) -> int:
    """Return how many events of `who` were counted in the current window."""
    return int(cache.get(f"limit:{name}:{who}", 0))
