"""The first page: what its blocks show, chosen by hand or by rule."""

import json
from datetime import timedelta

import pytest

from catalogue.models import Category
from cms.home import home_context
from cms.models import HomePage
from core.clock import today
from tests.factories import CertificateFactory, ProducerFactory, ProductFactory, RuleSetFactory


@pytest.fixture
def home():
    return HomePage.objects.get(locale__language_code="vi")


def context_of(home, *blocks):
    home.sections = json.dumps([{"type": name, "value": value} for name, value in blocks])
    return home_context(home.sections)


def row(**values):
    return {"title": "Kệ", "rule": "newest", "products": [], "category": None, "basis": "", **values}


def titles(shelf):
    return [card.title for card in shelf["cards"]]


def test_products_chosen_by_hand_keep_their_order(home):
    first, second, third = ProductFactory.create_batch(3)

    shelf = context_of(home, ("season_picks", row(rule="chosen", products=[third.pk, first.pk])))["shelf"]

    assert titles(shelf) == [third.title, first.title]
    assert second.title not in titles(shelf)


def test_a_chosen_product_that_is_hidden_or_gone_leaves_no_gap(home):
    shown, hidden = ProductFactory.create_batch(2)
    hidden.is_public = False
    hidden.save()

    shelf = context_of(home, ("season_picks", row(rule="chosen", products=[hidden.pk, 999_999, shown.pk])))[
        "shelf"
    ]

    assert titles(shelf) == [shown.title]


def test_certified_lately_shows_usable_certificates_latest_issue_first(home):
    older, newer, ended = ProductFactory.create_batch(3)
    CertificateFactory(product=older, issued_on=today() - timedelta(days=90))
    CertificateFactory(product=newer, issued_on=today() - timedelta(days=5))
    CertificateFactory(product=ended, issued_on=today() - timedelta(days=2000))

    shelf = context_of(home, ("certified_lately", row(rule="certified")))["certified_lately"]

    assert titles(shelf) == [newer.title, older.title]


def test_a_row_by_rule_shows_at_most_two_products_of_a_maker(home):
    many = ProducerFactory()
    ProductFactory.create_batch(5, producer=many)
    other = ProductFactory()

    cards = context_of(home, ("season_picks", row()))["shelf"]["cards"]

    assert [card.producer_name for card in cards].count(many.name) == 2
    assert other.title in [card.title for card in cards]


def test_a_row_of_a_branch_shows_no_other(home):
    mine = ProductFactory(ocop_set__set_number=4)
    ProductFactory(ocop_set__set_number=21)

    shelf = context_of(home, ("season_picks", row(rule="category", category=mine.branch_id)))["shelf"]

    assert titles(shelf) == [mine.title]


def test_an_empty_row_is_no_shelf(home):
    assert context_of(home, ("season_picks", row()))["shelf"] is None


def test_branches_are_counted_and_linked(home):
    ProductFactory.create_batch(2, ocop_set__set_number=4)
    ProductFactory(reported=True)

    context = context_of(home, ("branches", {}))

    food = next(branch for branch in context["categories"] if branch["pictogram"] == "branch-food")
    assert food["count"] == 2
    assert food["url"] == Category.objects.get(code="I").get_absolute_url()
    assert context["total_count"] == 2


def test_three_producers_the_chosen_one_first(home):
    chosen, *_others = ProducerFactory.create_batch(5)

    context = context_of(home, ("producers", {"producers": [chosen.pk]}))

    assert len(context["producers"]) == 3
    assert context["producers"][0].name == chosen.name
    assert context["producers_url"] == "/chu-the/"


def test_the_check_band_names_the_authorities_of_the_rule_set_in_force(home):
    RuleSetFactory()

    verify = context_of(home, ("verify_band", {}))["verify"]

    assert [stars for stars, _words in verify["rules"]] == [3, 4, 5]
    assert verify["rules"][0][1] == "50 đến dưới 70 điểm, tỉnh hoặc thành phố công nhận"
    assert verify["rules"][2][1] == "từ 90 điểm, Bộ Nông nghiệp và Môi trường công nhận"
    assert "Quyết định 26/2026/QĐ-TTg" in verify["basis"]


def test_a_figure_says_as_of_when_and_on_what_basis(client):
    html = client.get("/").content.decode()

    assert "30/06/2025" in html
    assert "thongtin.vietnam.vn" in html


def test_the_season_table_marks_the_month_of_vietnam(home):
    seasons = context_of(
        home,
        (
            "season_table",
            {"rows": [{"title": "Tiêu", "note": "", "levels": "122100000000"}], "is_demo": True},
        ),
    )["seasons"]

    assert seasons["now"] == today().month
    assert seasons["rows"][0]["levels"] == [1, 2, 2, 1, *[0] * 8]


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_the_first_page_needs_twelve_queries_however_many_products_there_are(
    client, django_assert_max_num_queries, address
):
    RuleSetFactory()
    for number in range(12):
        CertificateFactory(
            product=ProductFactory(stocked=True), issued_on=today() - timedelta(days=number + 1)
        )
    client.get("/chinh-sach/" if address == "/" else "/en/policies/")

    with django_assert_max_num_queries(12):
        response = client.get(address)

    assert response.status_code == 200
    assert response.content.decode().count('class="product-card"') >= 10
