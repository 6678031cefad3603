"""What the office makes of press reports; nothing else changes what visitors are told of them."""

import pytest
from django.utils.translation import override

from catalogue.errors import ReportRefused, ReportSettled
from catalogue.loading import load_press_records
from catalogue.models import Certificate, PressReport, Product
from catalogue.reports import confirm, dismiss, merge, merge_producers, reopen
from core.clock import today
from tests.factories import (
    CertificateFactory,
    PackSizeFactory,
    PressReportFactory,
    ProducerFactory,
    ProductFactory,
    SetFactory,
    StockRecordFactory,
)

pytestmark = pytest.mark.django_db
Outcome = PressReport.Outcome


@pytest.fixture
def report():
    return PressReportFactory(
        product__producer=ProducerFactory(reported=True), product__ocop_set=SetFactory(), stars=5
    )


def test_a_confirmed_product_stands_in_the_shop_without_star_and_not_for_sale(report):
    product = confirm(report_id=report.pk, reason="có quyết định")

    report.refresh_from_db()
    assert (report.outcome, report.settled_reason) == (Outcome.CONFIRMED, "có quyết định")
    assert report.settled_at
    assert product in Product.objects.listed()
    assert product.stars_today is None
    assert not Certificate.objects.in_force(today()).filter(product=product).exists()
    assert not product.available


def test_a_report_without_producer_or_set_is_confirmed_only_with_them():
    report = PressReportFactory(product__producer=None, product__ocop_set=None, product__branch=None)
    producer, ocop_set = ProducerFactory(), SetFactory()

    with pytest.raises(ReportRefused):
        confirm(report_id=report.pk, reason="thử", ocop_set=ocop_set)
    with pytest.raises(ReportRefused):
        confirm(report_id=report.pk, reason="thử", producer=producer)
    with pytest.raises(ReportRefused):
        confirm(report_id=report.pk, reason="thử", producer=producer, ocop_set=ocop_set.get_parent())
    report.refresh_from_db()
    assert report.is_open

    product = confirm(report_id=report.pk, reason="thử", producer=producer, ocop_set=ocop_set)
    assert (product.producer, product.branch) == (producer, ocop_set.get_parent())


@pytest.mark.parametrize("verb", [confirm, dismiss])
def test_a_report_is_settled_once(report, verb):
    verb(report_id=report.pk, reason="thử")

    for again in (confirm, dismiss):
        with pytest.raises(ReportSettled):
            again(report_id=report.pk, reason="lần nữa")
    with pytest.raises(ReportSettled):
        merge(report_id=report.pk, into=ProductFactory().pk, reason="lần nữa")


def test_a_merged_report_is_cited_with_the_other_product_and_its_own_page_leads_there(client, report):
    target, source = ProductFactory(title_vi="Hạt điều rang"), report.product
    old = {}
    for language in ("vi", "en"):
        with override(language):
            old[source.get_absolute_url()] = target.get_absolute_url()

    merge(report_id=report.pk, into=target.pk, reason="cùng một sản phẩm")

    report.refresh_from_db()
    source.refresh_from_db()
    assert (report.product, report.outcome) == (target, Outcome.MERGED)
    assert not source.is_public
    for address, wanted in old.items():
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (301, wanted)


def test_addresses_that_led_to_what_was_merged_later_lead_on(client, report):
    second = PressReportFactory(product__producer=ProducerFactory(reported=True))
    target, first_address = ProductFactory(), report.product.get_absolute_url()

    merge(report_id=report.pk, into=second.product.pk, reason="thử")
    merge(report_id=second.pk, into=target.pk, reason="thử")

    # The second product still stands on the first report.
    assert Product.objects.get(pk=second.product.pk).is_public
    assert client.get(first_address).headers["Location"] == second.product.get_absolute_url()


@pytest.mark.parametrize("target", ["itself", "hidden", "pack size"])
def test_a_report_is_not_merged_into_what_has_no_page_of_its_own(report, target):
    others = {
        "itself": lambda: report.product,
        "hidden": lambda: ProductFactory(is_public=False),
        "pack size": PackSizeFactory,
    }

    with pytest.raises(ReportRefused):
        merge(report_id=report.pk, into=others[target]().pk, reason="thử")


def test_a_dismissed_report_is_not_shown_and_can_be_opened_again(
    client, report, django_capture_on_commit_callbacks
):
    address = report.product.get_absolute_url()
    assert client.get(address).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        dismiss(report_id=report.pk, reason="báo nhầm")
    assert client.get(address).status_code == 404

    with django_capture_on_commit_callbacks(execute=True):
        reopen(report_id=report.pk)
    report.refresh_from_db()
    assert report.is_open
    assert client.get(address).status_code == 200
    with pytest.raises(ReportRefused):
        reopen(report_id=report.pk)


def test_a_product_that_another_report_names_stays(client, report):
    PressReportFactory(product=report.product, reported_when="đợt 2020", year=2020)

    dismiss(report_id=report.pk, reason="báo nhầm")

    html = client.get(report.product.get_absolute_url()).content.decode()
    assert "2020" in html
    assert "2023" not in html


def test_no_report_touches_a_product_with_a_certificate():
    mine = CertificateFactory()
    report = PressReportFactory(product=mine.product)

    dismiss(report_id=report.pk, reason="thừa")

    mine.product.refresh_from_db()
    assert mine.product.is_public
    assert mine.product.stars_today == 4


def test_a_producer_of_the_press_is_merged_with_its_products(client, report):
    source, target = report.product.producer, ProducerFactory()
    earlier = ProducerFactory(reported=True)
    merge_producers(source_id=earlier.pk, into=source.pk)
    addresses = [source.get_absolute_url(), earlier.get_absolute_url()]

    merge_producers(source_id=source.pk, into=target.pk)

    report.product.refresh_from_db()
    earlier.refresh_from_db()
    assert (report.product.producer, earlier.merged_into) == (target, target)
    for address in addresses:
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (301, target.get_absolute_url())


def test_what_is_run_by_its_owner_or_sells_is_not_merged_away():
    owned, sells, target = ProducerFactory(), ProducerFactory(reported=True), ProducerFactory()
    StockRecordFactory(product__producer=sells, partner=sells)

    for source in (owned, sells, target):
        with pytest.raises(ReportRefused):
            merge_producers(source_id=source.pk, into=target.pk)


def test_the_loader_leaves_alone_what_the_office_settled(press_records):
    merged, dismissed, confirmed = PressReport.objects.filter(product__producer__isnull=False).exclude(
        product__ocop_set=None
    )[:3]
    target = merged.product.producer
    source = Product.objects.exclude(producer=target).exclude(producer=None).first().producer
    merge(report_id=merged.pk, into=confirmed.product.pk, reason="thử")
    dismiss(report_id=dismissed.pk, reason="thử")
    confirm(report_id=confirmed.pk, reason="thử")
    merge_producers(source_id=source.pk, into=target.pk)
    before = list(Product.objects.order_by("pk").values("pk", "title_vi", "is_public", "listing", "producer"))

    load_press_records(lambda line: None)

    after = list(Product.objects.order_by("pk").values("pk", "title_vi", "is_public", "listing", "producer"))
    assert after == before
    assert list(
        PressReport.objects.filter(pk__in=[merged.pk, dismissed.pk]).values_list("outcome", flat=True)
    )
