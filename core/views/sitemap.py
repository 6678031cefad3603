"""`/sitemap.xml`: the index, and its files with `hreflang` pairs."""

from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from core.public_pages import public_page
from core.sitemaps import SitemapEntry, file_of, files, languages_of
from core.structured_data import absolute

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
XML = "application/xml; charset=utf-8"


@public_page()
def index(request: HttpRequest) -> HttpResponse:
    """List the files."""
    names = [(each.section.name, each.number) for each in files()]
    addresses = [absolute(reverse("sitemap-file", args=name)) for name in names]
    rows = [f"<sitemap><loc>{escape(address)}</loc></sitemap>" for address in addresses]
    text = f'{_HEAD}<sitemapindex xmlns="{_SITEMAPS}">\n' + "\n".join(rows) + "\n</sitemapindex>\n"
    return HttpResponse(text, content_type=XML)


@public_page()
def file(request: HttpRequest, section: str, number: int) -> HttpResponse:
    """List the pages of one file, each language an address of its own that names the others."""
    found = file_of(section, number)
    if found is None:
        raise Http404("no such file of the sitemap")
    rows = [row for entry in found.entries for row in rows_of(entry)]
    head = f'{_HEAD}<urlset xmlns="{_SITEMAPS}" xmlns:xhtml="{_XHTML}">\n'
    return HttpResponse(head + "\n".join(rows) + "\n</urlset>\n", content_type=XML)


def rows_of(entry: SitemapEntry) -> list[str]:
    """Return the `url` elements of one page."""
    pairs = ""
    if entry.is_paired:
        pairs = "".join(_link(language, entry.addresses[language]) for language in languages_of(entry))
        pairs += _link("x-default", entry.addresses[settings.LANGUAGE_CODE])
    changed = f"<lastmod>{entry.changed_at.date().isoformat()}</lastmod>" if entry.changed_at else ""
    return [
        f"<url><loc>{escape(absolute(entry.addresses[language]))}</loc>{changed}{pairs}</url>"
        for language in languages_of(entry)
    ]


def _link(language: str, path: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(absolute(path))}/>'
