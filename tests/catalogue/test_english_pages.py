"""English pages say which of their words are Vietnamese (WCAG 2.2, 3.1.2)."""

import re

import lxml.html
import pytest

from core.templatetags.vietnamese import vi
from core.vietnamese import is_marked
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("press_records", "demo_shops", "new_site")

#: Besides these, some of every file of the sitemap.
PAGES = (
    "/en/",
    "/en/products/",
    "/en/products/?district=691&unit=25402&q=cà+phê",
    "/en/products/?q=khong+co+gi+ca",
    "/en/certificates/?q=mat+ong",
    "/en/certificates/?q=không+có",
    "/en/policies/",
    "/en/khong-co/",
)
SECTIONS = ("pages", "lists", "sets", "products", "producers", "certificates")
#: Of a section at most so many pages, spread over the whole of it.
MOST_OF_SECTION = 24
#: Words of a visitor, and words that cannot carry a language of their own.
LEFT_OUT = "//script | //head | //input | //*[@data-typed]"


def addresses_in(client, section):
    """Return English addresses of a file of the sitemap."""
    text = client.get(f"/sitemap-{section}-1.xml").content.decode()
    paths = [re.sub(r"^https?://[^/]+", "", loc) for loc in re.findall(r"<loc>([^<]+)</loc>", text)]
    english = [path for path in paths if path.startswith("/en/")]
    return english[:: max(1, len(english) // MOST_OF_SECTION)]


def unmarked(html):
    """Return the texts with Vietnamese letters that stand under no `lang="vi"`."""
    tree = lxml.html.fromstring(html)
    for element in tree.xpath(LEFT_OUT):
        element.drop_tree()
    found = []
    for text in tree.xpath("//text()"):
        parent = text.getparent() if text.is_text else text.getparent().getparent()
        language = next(iter(parent.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")
        if language != "vi" and is_marked(text):
            found.append(text.strip())
    return found


def test_vietnamese_words_on_english_pages_are_marked(client):
    addresses = [*PAGES, *(path for section in SECTIONS for path in addresses_in(client, section))]

    wrong = {path: words for path in addresses if (words := unmarked(client.get(path).content))}

    assert len(addresses) > 60
    assert wrong == {}, sorted({text for words in wrong.values() for text in words})


def test_the_crawl_sees_words_that_are_not_marked():
    html = '<html lang="en"><body><p>Maker: <b lang="vi">Sóc Xanh</b> in Bù Đăng</p></body></html>'

    assert unmarked(html) == ["in Bù Đăng"]


def test_vietnamese_pages_stay_as_they_are(client):
    assert 'lang="vi">' in client.get("/").content.decode()[:200]
    assert '<span lang="vi">' not in client.get("/chu-the/").content.decode().split("<main", 1)[1]
    assert vi("Bù Đăng") == "Bù Đăng"
