"""What every public template may use: menu, footer, operator, languages. Nothing of the visitor."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from cms.site_content import SiteContent, site_content
from cms.targets import address_of_view
from core.addresses import LANGUAGES, addresses_of_request, home_of, shown_query
from core.structured_data import absolute


@dataclass(frozen=True)
class MenuItem:
    """A section of the main menu."""

    title: str
    url: str
    is_current: bool


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the base page; each value is worked out when a template first asks for it.

    Staff pages get nothing: they have frames of their own. Their error pages have ours.
    """
    is_error = getattr(request, "shown_object", request) is None
    if request.path_info.startswith(settings.STAFF_PREFIXES) and not is_error:
        return {}
    page = SiteContext(request)
    lazy: dict[str, Callable[[], Any]] = {
        "site_words": lambda: page.content.words,
        "operator": lambda: page.content.operator,
        "footer_columns": lambda: page.content.footer_columns,
        "menu": lambda: page.menu,
        "alternates": lambda: page.alternates,
        "other_language_url": lambda: page.other_language_url,
        "canonical_url": lambda: page.canonical_url,
    }
    return {
        "demo": settings.DEMO,
        "noindex": settings.NOINDEX_ALL,
        "home_url": home_of(page.language),
        "other_language": page.other_language,
        # Empty until those pages exist; the frame then leaves the links out.
        "basket_url": address_of_view("basket:summary"),
        "orders_url": address_of_view("orders:look-up"),
        "account_url": address_of_view("customer:summary") or address_of_view("account_login"),
        **{name: SimpleLazyObject(value) for name, value in lazy.items()},
    }


class SiteContext:
    """Works out what depends on the address that was asked for."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        self.other_language = next(code for code in LANGUAGES if code != self.language)

    @cached_property
    def content(self) -> SiteContent:
        """Words, menu, footer and operator."""
        return site_content(self.language)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The path of this page by language; empty on error pages."""
        return addresses_of_request(self.request)

    @property
    def menu(self) -> tuple[MenuItem, ...]:
        """The sections, the one that holds this page marked."""
        path = self.request.path
        return tuple(MenuItem(link.title, link.url, path.startswith(link.url)) for link in self.content.menu)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Absolute addresses by language, `x-default` being Vietnamese; none for a page without a pair."""
        if len(self.addresses) < len(LANGUAGES):
            return []
        pairs = [(language, absolute(self.addresses[language])) for language in LANGUAGES]
        return [*pairs, ("x-default", absolute(self.addresses[settings.LANGUAGE_CODE]))]

    @property
    def other_language_url(self) -> str:
        """The same page in the other language, filters kept; that language's home where there is none."""
        address = self.addresses.get(self.other_language)
        if address is None:
            return home_of(self.other_language)
        query = self.request.GET.urlencode() if shown_query(self.request) is None else ""
        return f"{address}?{query}" if query else address

    @property
    def canonical_url(self) -> str:
        """This page's absolute address, with only the parameters that make it the page it is."""
        if not self.addresses:
            return ""
        query = shown_query(self.request)
        return absolute(f"{self.request.path}?{query}" if query else self.request.path)
