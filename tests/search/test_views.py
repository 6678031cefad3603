"""What stands around the results: addresses, languages, chips, kinds, the tail, and what caches may keep."""

import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from catalogue.models import Category, Product
from core.clock import today
from search.snapshot import read_snapshot
from tests.factories import ProducerFactory, ProductFactory, SetFactory, UnitFactory
from tests.search.invented import Ground
from tests.search.pages import Seen, see

LIST = "/san-pham/"


def breadcrumb(page: Seen) -> list[tuple[str, str]]:
    """Read the way from home out of the page's JSON-LD."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.html)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    assert data["@type"] == "BreadcrumbList"
    return [(step["name"], step["item"]) for step in data["itemListElement"]]


def test_addresses_speak_their_language() -> None:
    for language, words in (("vi", ("/san-pham/", "nhom")), ("en", ("/en/products/", "group"))):
        with override(language):
            assert reverse("catalogue:index") == words[0]
            assert reverse("catalogue:category", args=["x"]) == f"{words[0]}{words[1]}/x/"


@pytest.mark.parametrize(
    ("address", "title", "words"),
    [
        ("/san-pham/", "Sản phẩm", "Huy hiệu sao cho biết sản phẩm nào"),
        ("/en/products/", "Products", "A star badge shows which"),
    ],
)
def test_the_list_of_all_calls_nothing_certified_that_is_not(ground: Ground, address, title, words) -> None:
    page = see(address)

    head = page.html.split("</head>")[0]
    assert page.total > len(page.stars)
    assert f"<title>{title} |" in re.sub(r"\s*\n\s*", "", head)
    assert words in re.search(r'<meta name="description" content="([^"]*)"', head)[1]
    assert re.search(r"<h1[^>]*>(.*?)</h1>", page.html)[1] == title
    assert words in page.html.split('class="listing__intro"')[1].split("</p>")[0]
    assert "OCOP" not in breadcrumb(page)[-1][0]


def test_a_set_has_a_page_of_its_own(ground: Ground) -> None:
    ocop_set = ground.sets[7]

    page = see(ocop_set.url_in("vi"))

    rows = read_snapshot(today()).columns.rows
    assert page.total == sum(row.ocop_set == "7" for row in rows)
    assert page.response.context["heading"] == ocop_set.label
    assert [title for title, _url in breadcrumb(page)][1:] == ["Sản phẩm", "Nhóm I", ocop_set.label]
    assert not {name for name, _value in page.counts} & {"branch", "set"}


def test_a_branch_has_its_sets_beside_it(ground: Ground) -> None:
    branch = ground.branches["II"]

    page = see(f"{branch.url_in('vi')}?stars=4")

    kinds = page.response.context["kinds"]
    rows = [row for row in read_snapshot(today()).columns.rows if row.stars == 4]
    assert page.total == sum(row.branch == "II" for row in rows)
    assert [(kind.title, kind.is_current, kind.level) for kind in kinds] == [
        ("Nhóm II", True, 0),
        *((f"Bộ sản phẩm {number}", False, 1) for number in range(14, 18)),
    ]
    assert [kind.count for kind in kinds[1:]] == [
        sum(row.ocop_set == str(number) for row in rows) for number in range(14, 18)
    ]
    assert all("stars=4" in kind.url for kind in kinds)


def test_counts_beside_a_set_are_those_of_its_branch(ground: Ground) -> None:
    kinds = see(ground.sets[14].url_in("vi")).response.context["kinds"]
    of_branch = see(ground.branches["II"].url_in("vi")).response.context["kinds"]

    assert [(kind.title, kind.count) for kind in kinds] == [(kind.title, kind.count) for kind in of_branch]
    assert [kind.is_current for kind in kinds] == [False, True, False, False, False]


def test_the_other_languages_name_leads_to_this_languages(ground: Ground) -> None:
    ocop_set = ground.sets[7]
    assert ocop_set.slug_vi != ocop_set.slug_en

    response = Client().get(f"{LIST}nhom/{ocop_set.slug_en}/?stars=4&utm_source=x")

    assert (response.status_code, response.headers["Location"]) == (301, f"{ocop_set.url_in('vi')}?stars=4")


def test_an_unknown_group_is_not_found(ground: Ground) -> None:
    assert see(f"{LIST}nhom/khong-co/").status == 404


def test_the_language_link_stays_on_the_same_list(ground: Ground) -> None:
    page = see(f"{ground.sets[7].url_in('vi')}?stars=4")

    assert f"{ground.sets[7].url_in('en')}?stars=4" in page.links


def test_a_set_chosen_on_a_sets_page_is_left_out(ground: Ground) -> None:
    page = see(f"{ground.sets[7].url_in('vi')}?set=8")

    assert len(page.notes) == 1
    assert page.total == see(ground.sets[7].url_in("vi")).total


def test_search_leads_to_the_list() -> None:
    with override("vi"):
        address = reverse("search:search")

    response = Client().get(address, {"q": "hạt điều", "x": "1"})

    assert response.status_code == 302
    assert response.headers["Location"] == f"{LIST}?{urlencode({'q': 'hạt điều'})}"


def test_every_chip_leads_to_the_list_without_it(ground: Ground) -> None:
    page = see(f"{LIST}?q=bia&stars=3&stars=4&branch=I&in_stock=1&price_from=20000&price_to=300000")

    chips = {chip.label: chip.remove_url for chip in page.response.context["chips"]}

    assert list(chips) == ["“bia”", "3 sao", "4 sao", "Nhóm I", "Còn hàng", "20.000\u00a0₫ – 300.000\u00a0₫"]
    assert chips["3 sao"] == f"{LIST}?branch=I&in_stock=1&price_from=20000&price_to=300000&q=bia&stars=4"
    assert chips["20.000\u00a0₫ – 300.000\u00a0₫"] == f"{LIST}?branch=I&in_stock=1&q=bia&stars=3&stars=4"
    assert set(chips.values()) <= set(page.links)


def test_what_has_no_box_is_sent_along_by_the_form(ground: Ground) -> None:
    page = see(f"{LIST}?q=dieu&near=11.5,106.9&stars=4")

    assert page.response.context["filters"]["hidden"] == [("near", "11.5,106.9"), ("q", "dieu")]


@pytest.mark.parametrize("number", [1, 2, 5])
def test_pages_link_to_their_neighbours(ground: Ground, number: int) -> None:
    page = see(f"{LIST}?page={number}&sort=newest")

    links = dict(re.findall(r'href="([^"]*)" rel="(prev|next)"', page.html))
    expected = {}
    if number > 1:
        expected[f"{LIST}?page={number - 1}&amp;sort=newest".replace("page=1&amp;", "")] = "prev"
    if number < 5:
        expected[f"{LIST}?page={number + 1}&amp;sort=newest"] = "next"
    assert links == expected


def test_one_list_has_one_address(ground: Ground) -> None:
    one = see(f"{LIST}?stars=4&branch=I&stars=3&page=1&sort=relevance")
    other = see(f"{LIST}?branch=I&stars=3&stars=4")

    assert one.response.context["canonical_url"] == other.response.context["canonical_url"]
    assert other.response.context["canonical_url"] == f"http://testserver{LIST}?branch=I&stars=3&stars=4"


@pytest.mark.parametrize(
    ("query", "stored"),
    [
        ("", True),
        ("stars=4", True),
        ("stars=4&branch=I", True),
        ("sort=price&page=2", True),
        ("stars=4&branch=I&in_stock=1", False),
        ("stars=3&stars=4&stars=5", False),
        ("q=dieu", False),
        ("near=11.5,106.9", False),
    ],
)
def test_what_caches_and_search_engines_may_keep(ground: Ground, query: str, stored: bool) -> None:
    page = see(f"{LIST}?{query}")

    assert (page.response.headers["Cache-Control"] == "no-store") != stored
    assert ('<meta name="robots" content="noindex">' in page.html) != stored
    assert ("ETag" in page.response.headers) or not stored


def test_far_pages_are_not_kept(db: None) -> None:
    maker, ocop_set = ProducerFactory(), SetFactory()
    products = [
        Product(
            product_class=ProductFactory(producer=maker, ocop_set=ocop_set).product_class if n == 0 else None,
            structure=Product.STANDALONE,
            title_vi=f"Hàng {n}",
            slug_vi=f"hang-{n}",
            slug_en=f"hang-{n}",
            folded=f"hang {n}",
            producer=maker,
            ocop_set=ocop_set,
            branch=ocop_set.get_parent(),
        )
        for n in range(24 * 21)
    ]
    Product.objects.bulk_create(products)

    assert "public" in see(f"{LIST}?page=20").response.headers["Cache-Control"]
    assert see(f"{LIST}?page=21").response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", [LIST, "/en/products/?stars=4", f"{LIST}?q=dieu"])
def test_everyone_gets_the_same_bytes(ground: Ground, address: str) -> None:
    stranger = see(address)
    caches["default"].clear()

    visitor = Client(headers={"accept-language": "en", "cookie": "sessionid=abc; oscar_open_basket=1:x"}).get(
        address
    )

    assert visitor.content == stranger.response.content
    assert not visitor.cookies
    assert "Cookie" not in visitor.headers.get("Vary", "")


def test_an_empty_result_says_what_to_loosen(ground: Ground) -> None:
    page = see(f"{LIST}?branch=II&set=7&q=dieu")

    empty = page.response.context["empty"]
    freed = {
        "branch=II": see(f"{LIST}?set=7&q=dieu").total,
        "set=7": see(f"{LIST}?branch=II&q=dieu").total,
        "q": see(f"{LIST}?branch=II&set=7").total,
    }
    best = max(freed, key=lambda name: freed[name])
    assert page.total == 0
    assert see(empty.drop_url).total == freed[best]
    assert str(freed[best]) in empty.drop_text
    assert {empty.drop_url, LIST} <= set(page.links)


def test_a_place_without_products_is_no_error(ground: Ground) -> None:
    UnitFactory(code="00004", name="Phường Ba Đình")

    page = see(f"{LIST}?unit=00004")

    assert (page.status, page.total, page.notes) == (200, 0, [])
    assert [chip.label for chip in page.response.context["chips"]] == ["Phường Ba Đình"]


def test_reported_products_stand_apart(ground: Ground) -> None:
    reported = ProductFactory(reported=True, title_vi="Hạt điều báo kể", ocop_set=ground.sets[7])

    page = see(f"{LIST}?q=bao+ke&set=7&stars=4")

    assert reported.pk not in page.products
    assert page.total == 0
    assert [line.title for line in page.response.context["reported"]] == ["Hạt điều báo kể"]
    assert page.stars == []
    assert not see(f"{LIST}?q=bao+ke&set=8").response.context["reported"]
    assert see(f"{LIST}?page=2").response.context["reported"] == []


def test_the_tail_is_short(ground: Ground) -> None:
    for number in range(8):
        ProductFactory(reported=True, title_vi=f"Báo kể {number}", ocop_set=ground.sets[7])

    assert len(see(f"{LIST}?q=bao+ke").response.context["reported"]) == 6


def test_stars_are_shown_only_where_they_are_in_force(ground: Ground) -> None:
    rows = {row.pk: row for row in read_snapshot(today()).columns.rows}

    for number in range(1, 6):
        page = see(f"{LIST}?page={number}")
        assert page.stars == [rows[pk].stars for pk in page.products if rows[pk].stars]


def test_a_product_without_set_is_found_under_its_branch(ground: Ground) -> None:
    branch = Category.objects.get(code="VI")
    product = ProductFactory(title_vi="Không rõ bộ", ocop_set=None, branch=branch)

    assert see(f"{branch.url_in('vi')}?q=khong+ro+bo").products == [product.pk]
