"""Nothing in an address breaks the list: it is corrected with a sentence, or 404 with words."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.parameters import PARAMETERS
from tests.search.invented import Ground
from tests.search.pages import see

LIST = "/san-pham/"


@pytest.mark.parametrize(
    "query",
    [
        "branch=VII",
        "branch=1",
        "set=0",
        "set=27",
        "set=-1",
        "set=%D9%A7",  # an Arabic seven
        "stars=2",
        "stars=6",
        "stars=four",
        "unit=99999",
        "unit=1%20OR%201=1",
        "district=999",
        "producer=nobody-of-that-name",
        "producer=1",
        "price_from=-1",
        "price_from=1e9",
        "price_to=lots",
        "price_from=99999999999999999999999999",
        "price_from=1,5",
        "in_stock=yes",
        "sort=random",
        "sort=near",
        "near=here",
        "near=nan,nan",
        "near=inf,0",
        "near=91,0",
        "near=0,181",
        "near=1,2,3",
        "page=0",
        "page=-1",
        "page=abc",
        "page=1.5",
        "page=%C2%B2",  # a raised two
        "stars=%F0%9F%8C%9F",
        "branch=%00%00VII",
        "unit=%FF%FE",
    ],
)
def test_a_bad_value_is_left_out_and_named(ground: Ground, query: str) -> None:
    everything = see(LIST)

    page = see(f"{LIST}?{query}")

    assert (page.status, page.total, page.products) == (200, everything.total, everything.products)
    assert len(page.notes) == 1
    assert page.notes[0] in page.html
    assert page.response.context["canonical_url"].endswith(LIST)


def test_good_values_beside_a_bad_one_stay(ground: Ground) -> None:
    page = see(f"{LIST}?stars=4&stars=9&branch=I")

    assert page.chosen == {("stars", "4"), ("branch", "I")}
    assert "“9”" in page.notes[0]


def test_a_range_upside_down_is_left_out(ground: Ground) -> None:
    page = see(f"{LIST}?price_from=200000&price_to=100000")

    assert page.total == see(LIST).total
    assert len(page.notes) == 1


def test_notes_speak_the_language_of_the_page(ground: Ground) -> None:
    assert see(f"{LIST}?stars=9").notes == ["“9” không hợp với mục “Sao OCOP còn hiệu lực” nên đã được bỏ."]
    assert see("/en/products/?stars=9").notes == ["“9” does not fit “OCOP stars in force” and was left out."]


@pytest.mark.parametrize("query", ["utm_source=zalo", "fbclid=1", "color=red", "page%00=2", "Q=x"])
def test_unknown_parameters_are_dropped_silently(ground: Ground, query: str) -> None:
    page, plain = see(f"{LIST}?{query}"), see(LIST)

    assert page.notes == []
    assert page.response.content == plain.response.content


@pytest.mark.parametrize("page", ["6", "1000000000", "99999999999999999999", "9" * 5_000])
def test_pages_past_the_end_are_404_with_a_way_back(ground: Ground, page: str) -> None:
    seen = see(f"{LIST}?stars=4&page={page}")

    assert seen.status == 404
    assert "Không có trang mang số này." in seen.html
    assert f"{LIST}?stars=4" in seen.links
    assert seen.products == []


def test_a_page_past_the_end_of_nothing_is_404_too(ground: Ground) -> None:
    seen = see(f"{LIST}?q=khong-co&page=2")

    assert seen.status == 404
    assert LIST in seen.links


@pytest.mark.parametrize(
    "words",
    [
        "x" * 10_000,
        "hạt " * 2_500,
        "'; DROP TABLE catalogue_product; --",
        '"*:* OR NOT',
        "%",
        "_",
        "\\",
        "<script>",
    ],
)
def test_any_text_may_be_searched(ground: Ground, words: str) -> None:
    page = see(f"{LIST}?q={quote(words)}")

    assert page.status == 200
    assert "<script>alert" not in page.html
    assert page.total < see(LIST).total


def test_a_long_search_is_cut_and_says_so(ground: Ground) -> None:
    page = see(f"{LIST}?q={'dieu%20' * 100}")

    assert len(page.response.context["query"]) <= 200
    assert "200" in page.notes[0]
    assert page.total > 0


@pytest.mark.parametrize("words", ["…", "!!!", "茶", "🍵"])
def test_text_without_a_word_finds_nothing(ground: Ground, words: str) -> None:
    page = see(f"{LIST}?q={quote(words)}")

    assert (page.status, page.total) == (200, 0)
    assert words in page.html


@pytest.mark.parametrize(
    "query", ["q=%FF%FE%80", "q=%ED%A0%80", "q=a%00b", "q=%E1%BA", "stars=%C0%AF", "%FF=1"]
)
def test_broken_utf_8_in_the_query(ground: Ground, query: str) -> None:
    assert see(f"{LIST}?{query}").status == 200


@pytest.mark.parametrize("path", ["/san-pham/nhom/%FF%FE/", "/san-pham/nhom/a%00b/", "/san-pham/%ED%A0%80/"])
def test_broken_utf_8_in_the_path(ground: Ground, path: str) -> None:
    response = Client().get(path)

    assert response.status_code == 404
    assert "<h1" in response.content.decode()


def test_too_many_parameters_are_refused(ground: Ground) -> None:
    assert Client().get(LIST + "?" + "&".join(f"unit={n:05d}" for n in range(1_200))).status_code == 400


def test_many_values_are_read(ground: Ground) -> None:
    page = see(LIST + "?" + "&".join(f"producer=x{n}" for n in range(900)))

    assert page.status == 200
    assert len(page.notes[0]) < 300


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_only_reading_is_allowed(ground: Ground, method: str) -> None:
    assert getattr(Client(), method)(LIST).status_code == 405


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_is_an_error_of_ours(ground: Ground, data: st.DataObject) -> None:
    value = st.one_of(
        st.text(max_size=30),
        st.integers().map(str),
        st.sampled_from(["I", "7", "4", "1", "200k", "11.5,106.9"]),
    )
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(sorted(PARAMETERS)), value), max_size=6))

    response = Client().get(LIST, QUERY_STRING=urlencode(pairs, errors="replace"))

    assert response.status_code in {200, 404}
