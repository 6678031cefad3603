"""The addresses of one thing in every language: for the language switch, `hreflang` and the sitemap.

Views tell what they show by `request.shown_object = product`. A view that shows no thing of the database (a
list, the check form) sets nothing: its address is translated by its name. An error page sets None: it has no
address in another language. A list whose parameters make pages of their own tells the good ones by
`request.shown_query = "page=2&stars=4"`; they are the same in every language.
"""

from typing import Any, Protocol, runtime_checkable

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.translation import override
from wagtail.models import Page

LANGUAGES: tuple[str, ...] = tuple(code for code, _name in settings.LANGUAGES)
_NOT_SET = object()
#: Of a home in Wagtail's tree: the root is 1.
HOME_DEPTH = 2


@runtime_checkable
class HasAddress(Protocol):
    """A model with a page of its own, whose address follows the active language."""

    def get_absolute_url(self) -> str:
        """Return the address in the active language."""


def home_of(language: str) -> str:
    """Return the address of the first page in that language."""
    with override(language):
        return reverse("wagtail_serve", args=[""])


def page_in(page: Page, language: str) -> Page | None:
    """Return the live translation of a page, the page itself included, or None."""
    return pages_by_language(page).get(language)


def pages_by_language(page: Page) -> dict[str, Page]:
    """Return the live translations of a page by language, itself included, in one query."""
    found = Page.objects.live().filter(translation_key=page.translation_key).select_related("locale")
    return {translation.locale.language_code: translation for translation in found}


def addresses_of(shown: HasAddress | Page, request: HttpRequest | None = None) -> dict[str, str]:
    """Return the path of what is shown, by language; a language without it is missing.

    Args:
        shown: A Wagtail page, or a model whose `get_absolute_url()` follows the active language.
        request: Keeps Wagtail's table of sites for the length of a request.
    """
    if isinstance(shown, Page) and shown.depth == HOME_DEPTH:
        # Both homes exist from the first migration on.
        return {language: home_of(language) for language in LANGUAGES}
    if isinstance(shown, Page):
        pages = pages_by_language(shown)
        return {
            language: url for language, page in pages.items() if (url := page.get_url(request)) is not None
        }
    addresses = {}
    for language in LANGUAGES:
        with override(language):
            addresses[language] = shown.get_absolute_url()
    return addresses


def addresses_of_request(request: HttpRequest) -> dict[str, str]:
    """Return the addresses of the page that answers this request, by language; none on an error page."""
    shown: Any = getattr(request, "shown_object", _NOT_SET)
    if shown is None:
        return {}
    addresses = addresses_of_view(request.path) if shown is _NOT_SET else addresses_of(shown, request)
    query = shown_query(request)
    return {language: f"{address}?{query}" for language, address in addresses.items()} if query else addresses


def shown_query(request: HttpRequest) -> str | None:
    """Return the parameters that make a list the page it is; None where the view names none."""
    return getattr(request, "shown_query", None)


def addresses_of_named_view(name: str) -> dict[str, str]:
    """Return the address of a view without arguments, by language."""
    addresses = {}
    for language in LANGUAGES:
        with override(language):
            addresses[language] = reverse(name)
    return addresses


def addresses_of_view(path: str) -> dict[str, str]:
    """Return the address of a plain view by language, or nothing when no view answers the path."""
    try:
        resolve(path)
    except Resolver404:
        return {}
    return {language: translate_url(path, language) for language in LANGUAGES}
