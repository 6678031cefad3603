"""Press reports on the screens of the office."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from catalogue.models import PressReport
from tests.factories import PressReportFactory, ProducerFactory, ProductFactory, SetFactory

LIST = "staff_press_reports:index"


@pytest.fixture
def report(db):
    return PressReportFactory(
        product__title_vi="Hạt điều rang muối",
        product__producer=ProducerFactory(name="Cơ sở Thử Điều", reported=True),
        product__ocop_set=SetFactory(),
    )


def address(name, row):
    return reverse(f"staff_press_reports:{name}", args=[row.pk])


def test_a_report_is_confirmed_with_a_reason_and_logged(admin, report):
    page = admin.get(address("confirm", report))
    assert page.context["form"]["ocop_set"].value() == report.product.ocop_set_id

    response = admin.post(
        address("confirm", report), {"ocop_set": report.product.ocop_set_id, "reason": "có quyết định"}
    )

    report.refresh_from_db()
    assert response.headers["Location"] == address("inspect", report)
    assert report.outcome == PressReport.Outcome.CONFIRMED
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.data["reason"]) == ("report.confirm", "có quyết định")


def test_a_report_says_when_in_vietnamese(admin, report):
    PressReport.objects.update(reported_when="2020 round, reported 2021")

    page = admin.get(address("inspect", report)).content.decode()

    assert "đợt 2020, đưa tin năm 2021" in page
    assert "2020 round" not in page


@pytest.mark.parametrize("name", ["confirm", "merge", "dismiss"])
def test_nothing_is_settled_without_a_reason(admin, report, name):
    data = {"ocop_set": report.product.ocop_set_id, "into": ProductFactory().pk, "reason": " "}

    response = admin.post(address(name, report), data)

    report.refresh_from_db()
    assert "reason" in response.context["form"].errors
    assert report.is_open


def test_a_report_is_merged_into_a_chosen_product(admin, report):
    target = ProductFactory()

    admin.post(address("merge", report), {"into": target.pk, "reason": "cùng một sản phẩm"})

    report.refresh_from_db()
    assert report.product == target
    assert ModelLogEntry.objects.get().data["into"] == target.title


def test_a_product_that_does_not_exist_is_refused_in_the_form(admin, report):
    response = admin.post(address("merge", report), {"into": 10**9, "reason": "thử"})

    assert "into" in response.context["form"].errors


def test_a_settled_report_offers_nothing_but_a_dismissed_one_can_be_opened_again(admin, report):
    admin.post(address("dismiss", report), {"reason": "báo nhầm"})

    html = admin.get(address("inspect", report)).content.decode()
    assert address("confirm", report) not in html
    assert address("reopen", report) in html
    again = admin.post(address("confirm", report), {"ocop_set": report.product.ocop_set_id, "reason": "thử"})
    assert "đã được xử lý" in again.content.decode()

    admin.post(address("reopen", report), {"reason": "xem lại"})
    report.refresh_from_db()
    assert report.is_open


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "hat dieu"}, True),
        ({"q": "co so thu dieu"}, True),
        ({"q": "tiêu"}, False),
        ({"outcome": "open"}, True),
        ({"outcome": "dismissed"}, False),
        ({"stars": "4"}, True),
        ({"stars": "5"}, False),
        ({"producer": "true"}, True),
    ],
)
def test_reports_are_found(admin, report, query, found):
    assert bool(admin.get(reverse(LIST), query).context["object_list"]) is found


def test_the_page_shows_the_row_of_the_file_and_escapes_it(admin):
    report = PressReportFactory(row={"name_vi": "<script>alert(1)</script>"})

    html = admin.get(address("inspect", report)).content.decode()

    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert(1)" not in html


def test_a_producer_of_the_press_is_merged(admin, report):
    source, target = report.product.producer, ProducerFactory()

    admin.post(
        reverse("staff_reported_producers:merge", args=[source.pk]), {"into": target.pk, "reason": "một nhà"}
    )

    source.refresh_from_db()
    assert source.merged_into == target
    assert ModelLogEntry.objects.get().action == "producer.merge"


def test_a_producer_run_by_its_owner_is_not_on_the_screen_of_the_press(admin):
    owned = ProducerFactory()

    for name in ("inspect", "history", "merge"):
        assert admin.get(reverse(f"staff_reported_producers:{name}", args=[owned.pk])).status_code == 404
    assert owned not in admin.get(reverse("staff_reported_producers:index")).context["object_list"]
