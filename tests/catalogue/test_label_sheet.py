"""Labels of lots to print: who may, which lots, how many, and what the QR says."""

import re

import pytest
import segno
from django.contrib.auth.models import Group
from django.urls import reverse

from catalogue.models import Lot
from catalogue.pages.label_sheet import MOST_LABELS, label_of_lot, sheets
from catalogue.views.label_sheet import LabelSheetView
from core.staff.groups import OFFICE
from tests.factories import LotFactory, UserFactory, gtin

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    person = UserFactory(is_staff=True)
    person.groups.add(Group.objects.get(name=OFFICE))
    client.force_login(person)
    return client


@pytest.fixture
def address():
    return reverse("staff_lots:label_sheet")


def test_prints_each_lot_as_often_as_asked(office, address):
    one, two = LotFactory(code="A1"), LotFactory(code="B/2")

    html = office.get(address, {"lots": [one.pk, two.pk], "copies": 13, "layout": "24"}).content.decode()

    assert html.count('class="label"') == 26
    assert html.count('class="sheet sheet--24"') == 2
    assert html.count("Lô A1") == html.count("Lô B/2") == 13
    assert "style=" not in html
    assert "<script" not in html


def test_the_code_is_the_digital_link_of_the_lot():
    lot = LotFactory(code="B/2", product__upc=gtin(77))

    drawn = label_of_lot(lot).qr

    wanted = segno.make(f"http://localhost:8000/01/{gtin(77)}/10/B%2F2", error="m", micro=False)
    assert lot.digital_link.endswith(f"/01/{gtin(77)}/10/B%2F2")
    assert re.search(r'viewBox="0 0 (\d+) ', drawn).group(1) == str(wanted.symbol_size(border=2)[0])


def test_the_last_sheet_may_be_short():
    label = label_of_lot(LotFactory())

    assert [len(sheet) for sheet in sheets([label], 70, "65")] == [65, 5]
    assert sheets([], 3, "40") == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"copies": 0}, "lớn hơn"),
        ({"copies": -3}, "lớn hơn"),
        ({"copies": 10**9}, "nhỏ hơn"),
        ({"copies": "nhiều"}, "form-field__error"),
        ({"layout": "7"}, "form-field__error"),
        ({"lots": []}, "bắt buộc"),
    ],
)
def test_odd_wishes_are_refused_with_words(office, address, asked, words):
    lot = LotFactory()

    response = office.get(address, {"lots": [lot.pk], "copies": 1, "layout": "24", **asked})

    assert response.status_code == 200
    html = response.content.decode()
    assert 'class="label"' not in html
    assert re.search(words, html)


def test_too_many_at_once_are_refused(office, address):
    lots = [LotFactory().pk for _ in range(2)]

    html = office.get(address, {"lots": lots, "copies": MOST_LABELS, "layout": "24"}).content.decode()

    assert f"nhiều nhất {MOST_LABELS}" in html


def test_a_lot_without_barcode_or_of_somebody_else_is_no_choice(rf):
    mine, foreign, bare = LotFactory(), LotFactory(), LotFactory(product__upc=None)

    class Own(LabelSheetView):
        def lots_for(self, request):
            return Lot.objects.filter(product__producer=mine.product.producer)

    page = Own.as_view()(rf.get("/", {"lots": [foreign.pk], "copies": 1, "layout": "24"}))

    assert b'class="label"' not in page.content
    assert str(bare.pk) not in re.findall(r'name="lots" value="(\d+)"', page.content.decode())


def test_is_closed_to_others(client, address):
    assert client.get(address).status_code == 302
    client.force_login(UserFactory())
    assert client.get(address).status_code in {302, 403}
    client.force_login(UserFactory(is_staff=True))
    assert client.get(address).status_code in {302, 403}
