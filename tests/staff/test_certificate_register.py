"""The list of certificates that the office looks through and takes away as a sheet."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.clock import today
from tests.factories import CertificateFactory, ProducerFactory
from tests.staff.conftest import midnight, sheet_of

LIST = "staff_certificates:index"
DAY = today()


def codes(response):
    return [row.code for row in response.context["object_list"]]


def test_the_list_tells_state_and_clocks(admin):
    mine = CertificateFactory(issued_on=DAY - timedelta(days=1_000), expires_on=DAY + timedelta(days=150))

    html = admin.get(reverse(LIST)).content.decode()

    assert "151 ngày" in html
    assert "Còn hiệu lực" in html
    assert mine.product.title in html


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"state": "valid"}, {"soon", "window", "new"}),
        ({"state": "expired"}, {"ended"}),
        ({"state": "superseded"}, {"old"}),
        ({"clock": "30"}, {"soon"}),
        ({"clock": "90"}, {"soon"}),
        ({"clock": "180"}, {"soon", "window"}),
        ({"clock": "window"}, {"window"}),
        ({"clock": "lapsed"}, {"ended"}),
        ({"stars": "5"}, {"new"}),
        ({"q": "dieu rang"}, {"soon"}),
        ({"q": "hop tac xa"}, {"window"}),
        (
            {
                "expires_on_from": str(DAY + timedelta(days=19)),
                "expires_on_to": str(DAY + timedelta(days=21)),
            },
            {"soon"},
        ),
    ],
)
def test_the_register_is_narrowed_down(admin, query, wanted):
    long_ago = DAY - timedelta(days=1_000)
    rows = {
        "soon": CertificateFactory(
            product__title_vi="Hạt điều rang", issued_on=long_ago, expires_on=DAY + timedelta(days=20)
        ),
        "window": CertificateFactory(
            product__producer=ProducerFactory(name="Hợp tác xã Thử"),
            issued_on=long_ago,
            expires_on=DAY + timedelta(days=150),
        ),
        "ended": CertificateFactory(issued_on=long_ago, expires_on=DAY - timedelta(days=1)),
    }
    rows["old"] = CertificateFactory(issued_on=long_ago, expires_on=DAY + timedelta(days=10))
    rows["new"] = CertificateFactory(product=rows["old"].product, issued_on=DAY - timedelta(days=3), stars=5)

    response = admin.get(reverse(LIST), query)

    assert set(codes(response)) == {rows[name].code for name in wanted}


@pytest.mark.parametrize(
    "query", [{"state": "x"}, {"clock": "9"}, {"stars": "x"}, {"issued_on_from": "31/02"}, {"p": "999999999"}]
)
def test_odd_filters_break_nothing(admin, query):
    CertificateFactory()

    assert admin.get(reverse(LIST), query).status_code == 200


def test_the_export_holds_words_days_and_numbers(admin):
    mine = CertificateFactory(product__title_vi="=Hạt điều", issued_on=DAY - timedelta(days=100))

    head, row = sheet_of(admin.get(reverse(LIST), {"export": "xlsx"}))

    found = dict(zip(head, row, strict=True))
    assert found["Sản phẩm"] == "=Hạt điều"
    assert found["Tình trạng hôm nay"] == "Còn hiệu lực"
    assert found["Ngày cấp"] == midnight(mine.issued_on)
    assert row[3] == 4


def test_the_list_costs_the_same_for_many_rows(admin, django_assert_max_num_queries):
    def queries(rows):
        for _row in range(rows):
            CertificateFactory()
        with django_assert_max_num_queries(40) as captured:
            admin.get(reverse(LIST))
        return len(captured)

    admin.get(reverse(LIST))
    assert queries(1) == queries(12)
