"""Every public page says where it is in the other language; the way there and back ends where it began."""

import re
from html import unescape

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

from cms.models import StandardPage
from core.addresses import addresses_of, addresses_of_view, home_of
from core.public_pages import PublicPage
from tests.factories import CertificateFactory, DistrictFactory, ProducerFactory, ProductFactory, UserFactory
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("new_site")

SWITCH = re.compile(r'<a href="([^"]+)" hreflang="(vi|en)"')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([\w-]+)" href="http://testserver([^"]+)"')
CANONICAL = re.compile(r'<link rel="canonical" href="http://testserver([^"]+)"')

GTIN = "09521234000037"


@pytest.fixture
def product():
    product = ProductFactory(title_vi="Hạt điều rang muối", title_en="Salted cashews", stocked=True, upc=GTIN)
    CertificateFactory(product=product)
    return product


def public_views():
    """Name every view that is marked public and shows a page to people."""
    found = set()

    def walk(patterns, prefix=""):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
            elif isinstance(pattern, URLPattern):
                view = pattern.callback
                mark = getattr(view, "public_page", None) or getattr(
                    getattr(view, "view_class", None), "public_page", None
                )
                if isinstance(mark, PublicPage) and pattern.name:
                    found.add(prefix + pattern.name)

    walk(get_resolver().url_patterns)
    return found


#: Public views that answer machines, or lead on at once: they have no other language.
WITHOUT_A_PAGE = {
    "robots",
    "sitemap",
    "sitemap-file",
    "short-link",
    "media",
    "certificates:qr",
    "certificates:scan",
    "search:search",
    "units:suggest",
}


def examples(product):
    """Return one address of each public view, in Vietnamese, by the name of the view."""
    with override("vi"):
        return {
            "wagtail_serve": "/",
            "catalogue:index": "/san-pham/",
            "catalogue:category": product.ocop_set.get_absolute_url(),
            "catalogue:detail": product.get_absolute_url(),
            "catalogue:reported": "/san-pham/bao-chi-dua-tin/",
            "producers:index": "/chu-the/",
            "producers:detail": product.producer.get_absolute_url(),
            "certificates:check": "/chung-nhan/",
            "passport:item": f"/01/{GTIN}/",
            "certificates:detail": product.certificates.get().get_absolute_url(),
        }


def switch_of(html):
    """Return the address behind the language switch and its language."""
    found = set(SWITCH.findall(html))
    assert len(found) == 1, found
    return found.pop()


def follow(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def assert_there_and_back(client, address):
    html = follow(client, address)
    other, language = switch_of(html)
    back, _language = switch_of(follow(client, other))

    assert other != address
    assert other.startswith("/en/") is (language == "en")
    assert back == address
    assert CANONICAL.findall(html) == [address]
    pair = dict(ALTERNATE.findall(html))
    assert set(pair) == {"vi", "en", "x-default"}
    assert {pair["vi"], pair["en"]} == {address, other}
    assert pair["x-default"] == pair["vi"]


def test_every_public_view_has_an_example_here(product):
    missing = public_views() - WITHOUT_A_PAGE - set(examples(product))

    assert missing == set(), "a new public view: give an example, so that its language switch is followed"


def test_every_public_view_leads_to_its_pair_and_back(client, product):
    for name, address in examples(product).items():
        assert_there_and_back(client, address), name


@pytest.mark.parametrize(
    "address",
    ["/", "/sao-ocop/", "/chinh-sach/", "/chinh-sach/quyen-rieng-tu/", "/en/", "/en/policies/privacy/"],
)
def test_every_page_type_leads_to_its_pair_and_back(client, address):
    assert_there_and_back(client, address)


def test_a_page_without_a_translation_leads_to_the_other_home(client):
    home = StandardPage.objects.get(slug="sao-ocop").get_parent()
    page = home.add_child(instance=StandardPage(title="Chỉ tiếng Việt"))

    html = follow(client, page.url)

    assert switch_of(html) == ("/en/", "en")
    assert ALTERNATE.findall(html) == []
    assert CANONICAL.findall(html) == [page.url]


def test_an_unpublished_translation_does_not_count(client):
    StandardPage.objects.get(slug="what-the-stars-mean").unpublish()

    assert switch_of(follow(client, "/sao-ocop/")) == ("/en/", "en")


def test_a_product_has_a_slug_in_each_language(product):
    addresses = addresses_of(product)

    assert addresses["vi"] == f"/san-pham/hat-dieu-rang-muoi-{product.pk}/"
    assert addresses["en"] == f"/en/products/salted-cashews-{product.pk}/"


def test_a_page_is_asked_for_its_translations_once(django_assert_num_queries):
    page = StandardPage.objects.get(slug="sao-ocop")
    addresses_of(page)

    with django_assert_num_queries(1):
        assert set(addresses_of(page)) == {"vi", "en"}


def test_a_path_that_nobody_answers_has_no_address():
    assert addresses_of_view("/khong-co/%00/") == {}


def test_homes_are_known_without_a_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert (home_of("vi"), home_of("en")) == ("/", "/en/")


def test_the_language_is_that_of_the_address_whatever_the_browser_says(client):
    client.force_login(UserFactory())
    client.cookies["django_language"] = "en"

    html = client.get("/sao-ocop/", headers={"Accept-Language": "en"}).content.decode()

    assert '<html lang="vi">' in html


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/san-pham/?page=1&utm_source=zalo&stars=4&stars=3&stars=9", "stars=3&stars=4"),
        ("/en/products/?stars=4&sort=price", "sort=price&stars=4"),
        ("/san-pham/?stars=9", ""),
        ("/chu-the/?page=khong&district=khong", ""),
    ],
)
def test_a_filtered_list_is_the_same_list_in_the_other_language(client, product, asked, kept):
    html = unescape(client.get(asked).content.decode())
    paths = ("/san-pham/", "/en/products/") if "chu-the" not in asked else ("/chu-the/", "/en/producers/")
    vi, en = (f"{path}?{kept}" if kept else path for path in paths)

    assert dict(ALTERNATE.findall(html)) == {"vi": vi, "en": en, "x-default": vi}
    assert CANONICAL.search(html)[1] == (en if asked.startswith("/en/") else vi)
    assert {address for address, _code in SWITCH.findall(html)} == {vi if asked.startswith("/en/") else en}


def test_pages_of_the_producers_list_are_pages_of_their_own(client, monkeypatch):
    monkeypatch.setattr("catalogue.views.producers.PER_PAGE", 1)
    district = DistrictFactory()
    ProducerFactory.create_batch(2, district=district)
    query = f"district={district.code}&page=2"

    html = unescape(client.get(f"/chu-the/?{query}").content.decode())

    assert CANONICAL.search(html)[1] == f"/chu-the/?{query}"
    assert dict(ALTERNATE.findall(html))["en"] == f"/en/producers/?{query}"


def test_a_pack_size_is_kept_by_the_switch_but_makes_no_page_of_its_own(client, product):
    html = unescape(client.get(f"{product.get_absolute_url()}?quy-cach=7").content.decode())

    assert "?" not in CANONICAL.search(html)[1]
    assert all("?" not in path for _code, path in ALTERNATE.findall(html))
    assert all(path.endswith("?quy-cach=7") for path, _code in SWITCH.findall(html))
