"""Find the key pages of a running site by following its own links, in both languages."""

import re
import sys
import urllib.request
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

LINK = re.compile(r'href="([^"#?]+)"')
PRODUCT = re.compile(r"^/san-pham/[a-z0-9-]+-\d+/$")
CERTIFICATE = re.compile(r"^/chung-nhan/[0-9A-Z]{8}/$")
PRODUCER = re.compile(r"^/chu-the/[a-z0-9-]+/$")


@dataclass(frozen=True)
class KeyPage:
    """One page in one language."""

    name: str
    address: str


def text_of(address: str) -> str:
    """Return a page that must answer 200."""
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  the site's own address
        return str(answer.read().decode())


def links_of(html: str, wanted: re.Pattern[str]) -> list[str]:
    """Return the paths on a page that look as wanted, each once."""
    paths = [urlsplit(link).path for link in LINK.findall(html)]
    return list(dict.fromkeys(path for path in paths if wanted.match(path)))


def english_of(html: str, name: str) -> str:
    """Return the English address that a page names itself."""
    for tag in re.findall(r"<link\b[^>]*>", html):
        if 'hreflang="en"' in tag and (found := LINK.search(tag)):
            return found[1]
    sys.exit(f"✗ The page {name} names no English one (hreflang).")


def certified_product(site: str) -> tuple[str, str, str]:
    """Return the paths of a product, of its certificate and of its producer."""
    for path in links_of(text_of(urljoin(site, "/san-pham/?stars=3&stars=4&stars=5")), PRODUCT):
        html = text_of(urljoin(site, path))
        certificates, producers = links_of(html, CERTIFICATE), links_of(html, PRODUCER)
        if certificates and producers:
            return path, certificates[0], producers[0]
    return sys.exit("✗ No product on the list leads to a certificate and a producer: is the demo loaded?")


def key_pages(site: str) -> list[KeyPage]:
    """Return home, list, product, certificate and producer, in Vietnamese and in English."""
    product, certificate, producer = certified_product(site)
    paths = {
        "home": "/",
        "list": "/san-pham/",
        "product": product,
        "certificate": certificate,
        "producer": producer,
    }
    pages = []
    for name, path in paths.items():
        english = english_of(text_of(urljoin(site, path)), name)
        pages += [
            KeyPage(f"{name} vi", urljoin(site, path)),
            KeyPage(f"{name} en", urljoin(site, urlsplit(english).path)),
        ]
    return pages
