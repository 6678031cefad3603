"""What the field for communes offers: any name, and enough words to choose by."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from regions.suggestions import MOST, suggest

pytestmark = pytest.mark.usefixtures("country")


def ask(client, language, **query):
    with override(language):
        address = reverse("units:suggest")
    return client.get(address, query)


def test_offers_the_place_of_today_and_says_what_fitted():
    (bom_bo,) = suggest("Bình Minh, Bù Đăng")

    assert (bom_bo.code, bom_bo.province) == ("25405", "75")
    assert bom_bo.place == "xã Bom Bo, TP. Đồng Nai"
    assert bom_bo.second_line == "(trước 1/7/2025: xã Bình Minh, huyện Bù Đăng)"


def test_a_unit_found_by_its_own_name_says_what_it_was_made_of():
    bom_bo = suggest("xã Bom Bo")[0]

    assert bom_bo.second_line.startswith("(trước 1/7/2025: ")


def test_namesakes_can_be_told_apart():
    for name in ("Tân Thành", "Bình Minh", "Tân Tiến"):
        shown = [(one.place, one.second_line) for one in suggest(name)]
        assert len(set(shown)) == len(shown)


def test_answers_in_the_language_of_the_address(client):
    vietnamese, english = ask(client, "vi", q="bom bo"), ask(client, "en", q="bom bo")

    assert vietnamese.request["PATH_INFO"] == "/don-vi/goi-y/"
    assert english.request["PATH_INFO"] == "/en/units/suggest/"
    assert vietnamese.json()["units"][0]["place"] == "xã Bom Bo, TP. Đồng Nai"
    assert english.json()["units"][0]["place"] == "Bom Bo commune, Đồng Nai City"


@pytest.mark.parametrize("text", ["", "%", "\x00", "'; --", "a" * 5000, "　", "Không Có Xã Này"])
def test_odd_text_finds_nothing_and_breaks_nothing(client, text):
    response = ask(client, "vi", q=text)

    assert response.status_code == 200
    assert response.json() == {"units": []}


def test_a_province_narrows(client):
    units = ask(client, "vi", q="Bình Minh", province="75").json()["units"]

    assert {unit["province"] for unit in units} == {"75"}


def test_costs_the_same_for_one_and_for_many(client):
    costs = []
    for text in ("Bình Minh, Bù Đăng", "Tân Thành"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = ask(client, "vi", q=text).json()["units"]
        costs.append(len(queries))

    assert len(found) == MOST
    assert costs[1] <= costs[0] <= 15


def test_is_the_same_for_everybody_and_kept_by_nobody(client):
    response = ask(client, "vi", q="bom bo")

    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
