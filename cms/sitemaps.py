"""The part of the sitemap that lists Wagtail's pages."""

from collections.abc import Iterable

from wagtail.models import Page

from core.sitemaps import SitemapEntry, SitemapSection


class PageSection:
    """Every live page of ours; a page that has a translation is listed once, with both addresses."""

    name = "pages"

    def keys(self) -> list[str]:
        """Return what the pages are called by in every language; pages are few, so one read is enough."""
        pages = Page.objects.live().filter(depth__gt=1).order_by("locale__language_code", "path")
        return list(dict.fromkeys(str(key) for key in pages.values_list("translation_key", flat=True)))

    def count(self) -> int:
        """Return how many pages there are, translations counted as one."""
        return len(self.keys())

    def entries(self, start: int, stop: int) -> Iterable[SitemapEntry]:
        """Return the pages of a slice with their addresses."""
        keys = self.keys()[start:stop]
        by_key: dict[str, list[Page]] = {}
        for page in Page.objects.live().filter(translation_key__in=keys).select_related("locale"):
            by_key.setdefault(str(page.translation_key), []).append(page)
        for key in keys:
            pages = by_key[key]
            changed = max((page.last_published_at for page in pages if page.last_published_at), default=None)
            addresses = {page.locale.language_code: page.url for page in pages if page.url}
            if addresses:
                yield SitemapEntry(addresses, changed)


def page_sections() -> list[SitemapSection]:
    """Return this room's section."""
    return [PageSection()]
