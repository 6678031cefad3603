"""Choosing a product or a producer among thousands: by a dialogue that searches, never by one long list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    LabelContentsFactory,
    LotFactory,
    PackSizeFactory,
    PaperFactory,
    ParentFactory,
    ProducerFactory,
    ProductFactory,
)
from tests.factories.passport import gtin

SOLD = "sold_chooser:choose_results"
FORMS = {
    "staff_labels": LabelContentsFactory,
    "staff_lots": LotFactory,
    "staff_papers": PaperFactory,
}


def offered(client, words, dialogue=SOLD):
    return client.get(reverse(dialogue), {"q": words}).content.decode()


@pytest.fixture
def honey(db):
    producer = ProducerFactory(name="Hợp tác xã Suối Vắng")
    parent = ParentFactory(title_vi="Mật ong rừng", producer=producer)
    return PackSizeFactory(parent=parent, pack_label_vi="Chai 500 ml", upc=gtin(44))


@pytest.mark.parametrize("words", ["mat ong", "suoi vang", "ong rung suoi", gtin(44)[1:]])
def test_a_pack_size_is_found_by_name_producer_and_barcode(admin, honey, words):
    ProductFactory(title_vi="Hạt tiêu")

    html = offered(admin, words)

    assert "Mật ong rừng, Chai 500 ml" in html
    assert "Hợp tác xã Suối Vắng" in html
    assert "Hạt tiêu" not in html


def test_what_is_sold_in_sizes_has_no_lot_of_its_own(admin, honey):
    assert "mật ong rừng</a>" not in offered(admin, "mat ong").lower()
    assert "Mật ong rừng" in offered(admin, "mat ong", "certifiable_chooser:choose_results")


def test_a_chosen_pack_size_is_named_in_full(admin, honey):
    chosen = admin.get(reverse("sold_chooser:chosen", args=[honey.pk])).json()

    assert chosen["result"]["title"] == "Mật ong rừng, Chai 500 ml"


@pytest.mark.parametrize("screen", FORMS)
@pytest.mark.parametrize("page", ["add", "edit"])
def test_a_form_costs_the_same_whatever_the_number_of_products(admin, screen, page):
    row = FORMS[screen]()
    address = reverse(f"{screen}:{page}", args=[row.pk] if page == "edit" else [])
    admin.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        before = admin.get(address).content
    ProductFactory.create_batch(12)

    with CaptureQueriesContext(connection) as many:
        after = admin.get(address).content

    assert len(many) == len(few)
    assert abs(len(after) - len(before)) < 50


def test_the_product_of_a_lot_stays_though_another_one_is_sent(admin):
    lot, other = LotFactory(), ProductFactory()
    product = lot.product_id

    admin.post(
        reverse("staff_lots:edit", args=[lot.pk]),
        {"product": other.pk, "code": "ANDERS", "made_on": lot.made_on.isoformat(), "best_before": ""},
    )

    lot.refresh_from_db()
    assert (lot.product_id, lot.best_before) == (product, None)
