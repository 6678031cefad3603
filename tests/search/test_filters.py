"""Every filter of the page against the rows themselves."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from core.clock import today
from search.backends.base import Range, SearchRequest
from search.backends.columns import Row
from search.snapshot import read_snapshot
from tests.search.invented import Ground
from tests.search.pages import see
from tests.search.plain_list import FACETS, plain_counts, plain_hits

Given = list[tuple[str, str]]
LIST = "/san-pham/"


@pytest.fixture
def rows(ground: Ground) -> list[Row]:
    return list(read_snapshot(today()).columns.rows)


def asked(given: Given) -> SearchRequest:
    """Translate parameters into a question, the plain way."""
    one = dict(given)
    ranges = {}
    if "price_from" in one or "price_to" in one:
        ends = (int(one[name]) if name in one else None for name in ("price_from", "price_to"))
        ranges["price"] = Range(*ends)
    return SearchRequest(
        text=one.get("q", ""),
        filters={
            name: frozenset(value for key, value in given if key == name) for name in FACETS if name in one
        },
        ranges=ranges,
        sort=one.get("sort", "relevance"),
    )


CASES: list[Given] = [
    [],
    [("branch", "I")],
    [("branch", "II"), ("branch", "III")],
    [("set", "7"), ("set", "14"), ("set", "26")],
    [("stars", "5")],
    [("stars", "3"), ("stars", "4")],
    [("unit", "70001"), ("unit", "70002")],
    [("district", "800"), ("district", "803")],
    [("in_stock", "1")],
    [("price_from", "100000")],
    [("price_to", "200000")],
    [("price_from", "100000"), ("price_to", "100000")],
    [("q", "hạt điều")],
    [("q", "dieu bia 3")],
    [("q", "Good 11")],
    [("branch", "I"), ("stars", "4"), ("in_stock", "1"), ("price_to", "300000")],
    [("branch", "I"), ("set", "14")],
    [("sort", "newest")],
    [("sort", "price")],
    [("sort", "-price"), ("branch", "I")],
    [("sort", "stars"), ("q", "mat ong")],
]


@pytest.mark.parametrize("given", CASES, ids=lambda given: urlencode(given) or "all")
def test_the_page_shows_what_fits(rows: list[Row], given: Given) -> None:
    hits = plain_hits(rows, asked(given))

    page = see(f"{LIST}?{urlencode(given)}")

    assert (page.status, page.notes) == (200, [])
    assert page.total == len(hits)
    assert page.products == hits[:24]


@pytest.mark.parametrize("given", CASES, ids=lambda given: urlencode(given) or "all")
def test_boxes_count_without_their_own_choice(rows: list[Row], given: Given) -> None:
    page = see(f"{LIST}?{urlencode(given)}")

    for name in FACETS:
        counts = plain_counts(rows, asked(given), name)
        shown = {value: count for (group, value), count in page.counts.items() if group == name}
        assert shown == {value: counts.get(value, 0) for value in shown}
    assert page.chosen == {pair for pair in given if pair[0] in FACETS}


def test_a_producer_is_chosen_by_its_name_in_the_address(rows: list[Row]) -> None:
    slugs = sorted({row.maker.slug for row in rows if row.maker})[:2]
    given = [("producer", slug) for slug in slugs]

    page = see(f"{LIST}?{urlencode(given)}")

    assert page.products == plain_hits(rows, asked(given))[:24]
    assert page.chosen == set(given)


def test_small_groups_keep_what_has_no_product(rows: list[Row]) -> None:
    page = see(f"{LIST}?q=khong-co-gi-nhu-the")

    assert {value for name, value in page.counts if name == "branch"} == {"I", "II", "III", "IV", "V", "VI"}
    assert {value for name, value in page.counts if name == "stars"} == {"3", "4", "5"}
    assert set(page.counts.values()) == {0}


def test_a_chosen_value_without_products_stays_to_be_taken_back(rows: list[Row], ground: Ground) -> None:
    page = see(f"{LIST}?branch=II&set=7")

    assert page.total == 0
    assert ("set", "7") in page.chosen


def test_pages_hold_every_product_once(rows: list[Row]) -> None:
    pages = [see(f"{LIST}?page={number}&sort=price") for number in range(1, 6)]

    found = [key for page in pages for key in page.products]

    assert found == plain_hits(rows, asked([("sort", "price")]))


@pytest.mark.parametrize(
    ("given", "meaning"),
    [
        ("price_from=200k", "price_from=200000"),
        ("price_to=0,2tr", "price_to=200000"),
        ("branch=ii", "branch=II"),
        ("set=07", "set=7"),
        ("price_from=&price_to=&q=", ""),
        ("sort=relevance&page=1&in_stock=0", ""),
        ("stars=4&stars=4", "stars=4"),
    ],
)
def test_other_ways_of_writing_mean_the_same(ground: Ground, given: str, meaning: str) -> None:
    page, plain = see(f"{LIST}?{given}"), see(f"{LIST}?{meaning}")

    assert page.notes == []
    assert (page.total, page.products) == (plain.total, plain.products)
    assert page.response.context["canonical_url"] == plain.response.context["canonical_url"]


def test_nearest_come_first(rows: list[Row]) -> None:
    page = see(f"{LIST}?near=11.2,106.5")

    first = next(row for row in rows if row.pk == page.products[0])

    assert first.maker is not None
    assert first.maker.unit == "70000"
    assert [option["value"] for option in page.response.context["sort_options"]][-1] == "near"


@pytest.mark.parametrize("look", [lambda p: p.products, lambda p: p.counts, lambda p: p.stars])
def test_both_languages_show_the_same(ground: Ground, look: Callable[[object], object]) -> None:
    query = "?branch=I&stars=4&stars=3"

    assert look(see(LIST + query)) == look(see(f"/en/products/{query}"))
