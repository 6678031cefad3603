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

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class PublicPage:
    """What the middleware must know of a public view."""

    #: Query parameters that the page reads; all others are dropped silently.
    parameters: frozenset[str]
    content_type: str = "text/html"


def public_page(parameters: Iterable[str] = ()) -> Callable[[View], View]:
    """Mark a view as public.

    Args:
        parameters: The query parameters it reads.
    """

    def mark(view: View) -> View:
        view.public_page = PublicPage(frozenset(parameters))  # type: ignore[attr-defined]
        return view

    return mark


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
