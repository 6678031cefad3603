"""Find the key pages of a running site by following its own links, in both languages."""

import re
import sys
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from people import Visitor

LINK = re.compile(r'href="([^"#?]+)"')
PRODUCT = re.compile(r"^/san-pham/[a-z0-9-]+-\d+/$")
CERTIFICATE = re.compile(r"^/chung-nhan/[0-9A-Z]{8}/$")
PASSPORT = re.compile(r"^/01/\d{14}/10/[^/]+/?$")
PRODUCER = re.compile(r"^/chu-the/[a-z0-9-]+/$")


@dataclass(frozen=True)
class KeyPage:
    """One page in one language; a private one with the cookies of who may see it."""

    name: str
    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    #: In the frame of Wagtail's admin, whose speed and HTML are not ours.
    is_staff: bool = False


def text_of(address: str) -> str:
    """Return a page that must answer 200."""
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  the site's own address
        return str(answer.read().decode())


def as_seen(page: KeyPage) -> str:
    """Return the HTML of a page as its visitor gets it."""
    request = urllib.request.Request(page.address)  # noqa: S310  the site's own address
    if page.cookies:
        request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in page.cookies.items()))
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
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
    """Return home, list, product, passport of a lot, certificate and producer, in both languages."""
    product, certificate, producer = certified_product(site)
    lots = links_of(text_of(urljoin(site, product)), PASSPORT)
    if not lots:
        sys.exit(f"✗ {product} leads to no lot's passport: is the demo loaded?")
    paths = {
        "home": "/",
        "list": "/san-pham/",
        "product": product,
        "passport": lots[0],
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


#: Where staff work; the rest of the menu is Wagtail's own.
STAFF_ROOT = "/cms/"
WAGTAILS_OWN = ("account", "documents", "images", "localize", "pages", "redirects", "reports", "settings")
_MENU = re.compile(r'<script[^>]*id="wagtail-sidebar-props"[^>]*>(.*?)</script>', re.DOTALL)


@dataclass(frozen=True)
class DemoPerson:
    """One of the people of a demo site, and the page that is theirs."""

    who: str
    login: str
    password: str
    path: str


#: What the demo people and guests see beside the key pages: name, Vietnamese path, English path.
GUEST_PAGES = (
    ("log-in", "/tai-khoan/dang-nhap/", "/en/account/log-in/"),
    ("sign-up", "/tai-khoan/dang-ky/", "/en/account/sign-up/"),
    ("basket", "/gio-hang/", "/en/basket/"),
)
ACCOUNT_PAGE = ("account", "/tai-khoan/", "/en/account/")
OFFICE_ROOTS = ("/gian-hang/", "/en/shop-office/")
_OFFICE = re.compile(r"^/gian-hang/\d+/$")


def private_pages(site: str, people: Iterable[DemoPerson]) -> list[KeyPage]:
    """Return log-in, sign-up, a filled basket, the account and a producer's office, in both languages.

    Raises:
        SignedOut: A demo person cannot log in.
    """
    guest = Visitor(site)
    guest.fill_basket()
    pages = _pair(site, guest, *GUEST_PAGES[0]) + _pair(site, guest, *GUEST_PAGES[1])
    pages += _pair(site, guest, *GUEST_PAGES[2])
    for person in people:
        is_seller = person.path.startswith(OFFICE_ROOTS)
        known = {page.name for page in pages}
        if ("office vi" if is_seller else "account vi") in known or person.path.startswith("/cms/"):
            continue
        visitor = Visitor(site)
        visitor.log_in(person.login, person.password)
        if is_seller:
            at, html = visitor.read(OFFICE_ROOTS[0])
            shop = urlsplit(at).path if _OFFICE.match(urlsplit(at).path) else links_of(html, _OFFICE)[0]
            pages += _pair(site, visitor, "office", shop, shop.replace(*OFFICE_ROOTS))
        else:
            pages += _pair(site, visitor, *ACCOUNT_PAGE)
    return pages


def staff_pages(site: str, people: Iterable[DemoPerson]) -> list[KeyPage]:
    """Return each staff screen of ours with a form of each kind, as the programme office sees it.

    Raises:
        SignedOut: The office's demo person cannot log in.
    """
    person = [one for one in people if one.path.startswith(STAFF_ROOT)][-1]
    visitor = Visitor(site)
    visitor.log_in(person.login, person.password)
    menu = _MENU.search(visitor.read(STAFF_ROOT)[1])
    sections = sorted(set(re.findall(rf'"url": "({STAFF_ROOT}[a-z-]+/)"', menu[1] if menu else "")))
    paths = [STAFF_ROOT]
    for section in sections:
        if section.split("/")[2] in WAGTAILS_OWN:
            continue
        paths.append(section)
        html = visitor.read(section)[1]
        for kind in ("new", r"edit/\d+", r"inspect/\d+"):
            paths += links_of(html, re.compile(rf"^{section}{kind}/$"))[:1]
    return [KeyPage(path, urljoin(site, path), visitor.cookies, is_staff=True) for path in paths]


def _pair(site: str, visitor: Visitor, name: str, vietnamese: str, english: str) -> list[KeyPage]:
    return [
        KeyPage(f"{name} vi", urljoin(site, vietnamese), visitor.cookies),
        KeyPage(f"{name} en", urljoin(site, english), visitor.cookies),
    ]
