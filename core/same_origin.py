"""Forms on public pages carry no token, since a token would change the page's bytes (architecture §11).

A view that receives such a form is marked with `same_origin_form`; the middleware then lets a post through
only when the browser says that it came from a page of ours.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

#: Scheme, host and port; None where a text names no origin.
Origin = tuple[str, str, int] | None
_PORTS = {"http": 80, "https": 443}

View = TypeVar("View", bound=Callable[..., Any])


class Verdict(Enum):
    """What the headers of a post say of where it comes from."""

    OURS = "ours"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class SameOriginForm:
    """What the middleware must know of a marked view."""

    #: The fields of its form; a page that asks again repeats these and no others.
    fields: tuple[str, ...]


def same_origin_form(fields: Iterable[str]) -> Callable[[View], View]:
    """Mark a view whose form stands on public pages, without a token.

    Args:
        fields: The names of the form's fields.
    """

    def mark(view: View) -> View:
        view.same_origin_form = SameOriginForm(tuple(fields))  # type: ignore[attr-defined]
        return view

    return mark


def same_origin_form_of(view: Callable[..., object]) -> SameOriginForm | None:
    """Return the mark of a view, or None where Django's token is asked for."""
    mark = getattr(view, "same_origin_form", None) or getattr(
        getattr(view, "view_class", None), "same_origin_form", None
    )
    return mark if isinstance(mark, SameOriginForm) else None


def verdict_on(request: HttpRequest) -> Verdict:
    """Judge where a post comes from: by `Sec-Fetch-Site`, else by `Origin`, else by `Referer`.

    The first header that is there decides; a later one cannot mend what it says.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return Verdict.OURS if site == "same-origin" else Verdict.FOREIGN
    # Not sent over plain http, nor by browsers of before 2023.
    sender = request.headers.get("Origin")
    if sender is None:
        sender = request.headers.get("Referer", "").strip()
        if not sender:
            return Verdict.UNKNOWN
    return Verdict.OURS if origin_of(sender) in our_origins(request) else Verdict.FOREIGN


def origin_of(address: str) -> Origin:
    """Return the origin of an address, or None when it has none: `null`, a file, rubbish.

    >>> origin_of("HTTPS://Ocop.example/gio-hang/")
    ('https', 'ocop.example', 443)
    """
    try:
        parts = urlsplit(address)
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:
        return None
    if scheme not in _PORTS or not host or "@" in parts.netloc:
        return None
    return scheme, host, port or _PORTS[scheme]


def our_origins(request: HttpRequest) -> set[Origin]:
    """Return the origin that was asked, and the site's own."""
    asked = origin_of(f"{request.scheme}://{request.get_host()}")
    return {asked, origin_of(settings.SITE_URL)} - {None}
