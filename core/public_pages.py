"""Pages that are the same bytes for everyone (architecture §11).

A view marked with `public_page` never sees cookies, session, user or messages, and only the parameters it
names; so its page can be stored whole and answers `ETag`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpResponse
from django.urls import ResolverMatch

#: How long a browser or a CDN may keep a page, in seconds; never past midnight in Vietnam.
KEPT_SECONDS = 60

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
#: What any of our views may take; others, such as TRACE, no address has a use for.
METHODS = SAFE_METHODS | {"POST", "PUT", "PATCH", "DELETE"}

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class PublicPage:
    """What the middleware must know of a public view."""

    #: Query parameters that the page reads; all others are dropped silently.
    parameters: frozenset[str]


def public_page(parameters: Iterable[str] = ()) -> Callable[[View], View]:
    """Mark a view as public.

    Args:
        parameters: The query parameters it reads.
    """

    def mark(view: View) -> View:
        view.public_page = PublicPage(frozenset(parameters))  # type: ignore[attr-defined]
        return view

    return mark


def read_only(view: View) -> View:
    """Mark a private view that only answers questions, such as a health check."""
    view.read_only = True  # type: ignore[attr-defined]
    return view


def methods_of(match: ResolverMatch | None) -> frozenset[str]:
    """Return the HTTP methods that the view of an address takes, as far as its marks tell.

    An address without a view takes what any view may: whether it is missing is for others to say.
    """
    if match is None:
        return METHODS
    view_class = getattr(match.func, "view_class", None)
    if public_page_of(match) is not None and view_class is not None:
        return SAFE_METHODS | {method for method in METHODS if hasattr(view_class, method.lower())}
    if public_page_of(match) is not None or hasattr(match.func, "read_only"):
        return SAFE_METHODS
    return METHODS


def public_page_of(match: ResolverMatch) -> PublicPage | None:
    """Return the mark of the view that answers an address, or None for a private view."""
    view = match.func
    mark = getattr(view, "public_page", None) or getattr(
        getattr(view, "view_class", None), "public_page", None
    )
    return mark if isinstance(mark, PublicPage) else None


def do_not_store(response: HttpResponse) -> None:
    """Keep this answer out of every cache: searches, far pages, many filters (contract §3)."""
    response.stored = False  # type: ignore[attr-defined]
