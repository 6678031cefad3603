"""What staff do with labels, lots and papers, and how it stands in the log."""

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from catalogue.models import LabelContents, Lot, Product, SaleMode
from core.clock import today
from core.sample_paper import sample_pdf
from producers.models import Paper
from tests.factories import (
    LabelContentsFactory,
    LotFactory,
    PaperFactory,
    ProducerFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
)


@pytest.fixture
def for_sale(db):
    return SaleRuleFactory(ocop_set=SetFactory(set_number=7), mode=SaleMode.BUY).ocop_set


def logged(action):
    return ModelLogEntry.objects.filter(action=action).count()


def test_a_label_is_filled_in_and_published(admin, for_sale):
    product = ProductFactory(ocop_set=for_sale, published=False, stocked=True)
    label = LabelContents.objects.create(product=product)
    edit = reverse("staff_labels:edit", args=[label.pk])
    form = admin.get(edit).content.decode()
    assert "Còn thiếu để bán: Tên trên nhãn" in form
    assert "Bắt buộc theo Nghị định thử, Điều 42" in form
    # Nothing that this set does not ask for.
    assert "ethanol_percent" not in form

    refused = admin.post(reverse("staff_labels:publish", args=[label.pk]))
    assert "Còn thiếu: Tên trên nhãn" in refused.content.decode()
    assert not Product.objects.get(pk=product.pk).is_published_on(today())

    admin.post(edit, {"name_vi": "Hạt điều", "responsible_name": "HTX", "responsible_address": "Xã Thử",
                      "origin_vi": "Việt Nam"})  # fmt: skip
    admin.post(reverse("staff_labels:publish", args=[label.pk]))

    assert Product.objects.get(pk=product.pk).is_for_sale_on(today())
    assert logged("label.publish") == logged("staff.edit") == 1


def test_emptying_a_label_on_sale_is_refused_in_the_form(admin, for_sale):
    label = ProductFactory(ocop_set=for_sale).label
    response = admin.post(reverse("staff_labels:edit", args=[label.pk]), {"name_vi": "Hạt điều"})

    assert "Sản phẩm đang bán mà thiếu" in response.content.decode()
    label.refresh_from_db()
    assert label.origin_vi == "Việt Nam"


def test_taking_off_sale_asks_why(admin, for_sale):
    label = ProductFactory(ocop_set=for_sale).label
    address = reverse("staff_labels:take-off", args=[label.pk])
    assert admin.post(address, {"reason": ""}).status_code == 200
    assert Product.objects.get(pk=label.product_id).is_published_on(today())

    admin.post(address, {"reason": "Nhãn in sai"})

    assert not Product.objects.get(pk=label.product_id).is_published_on(today())
    assert ModelLogEntry.objects.get(action="label.take_off").data["reason"] == "Nhãn in sai"


def test_a_lot_is_recalled_and_the_recall_taken_back(admin):
    lot = LotFactory()
    recall = reverse("staff_lots:recall", args=[lot.pk])
    assert admin.post(recall, {"reason": "Sai nhãn"}).status_code == 200
    assert not Lot.objects.get(pk=lot.pk).is_recalled

    admin.post(recall, {"reason": "Sai nhãn", "advice_vi": "Gửi trả."})
    lot.refresh_from_db()
    assert (lot.recalled_on, lot.recall_reason_vi) == (today(), "Sai nhãn")

    admin.post(reverse("staff_lots:end-recall", args=[lot.pk]), {"reason": "Ghi nhầm"})
    assert not Lot.objects.get(pk=lot.pk).is_recalled
    assert logged("lot.recall") == logged("lot.end_recall") == 1


def test_a_step_of_tomorrow_is_refused(admin):
    lot = LotFactory()
    step = reverse("staff_lots:step", args=[lot.pk])
    html = admin.post(step, {"on": "2999-01-01", "kind": "packed"}).content.decode()
    assert "khi việc đã xong" in html

    admin.post(step, {"on": today().isoformat(), "kind": "packed", "words_vi": "Đóng túi"})

    assert [event.words_vi for event in lot.events.all()] == ["Đóng túi"]


def test_a_refused_paper_asks_for_its_file_again(admin):
    sent = {"kind": "test_report", "upload": SimpleUploadedFile("kiem-nghiem.pdf", sample_pdf())}

    page = admin.post(reverse("staff_papers:add"), sent).content.decode()

    assert "Hãy chọn lại “kiem-nghiem.pdf”" in page
    assert not Paper.objects.exists()


def test_the_file_of_a_paper_is_checked_and_stays_private(admin, client):
    producer = ProducerFactory()
    product = ProductFactory(producer=producer)
    data = {"producer": producer.pk, "kind": "test_report", "number": "1/KN", "issuer": "Phòng thử",
            "issued_on": "2026-01-02"}  # fmt: skip
    bad = admin.post(
        reverse("staff_papers:add"), {**data, "upload": SimpleUploadedFile("a.pdf", b"MZ no pdf at all")}
    )
    assert bad.status_code == 200
    assert not Paper.objects.exists()

    response = admin.post(
        reverse("staff_papers:add"), {**data, "upload": SimpleUploadedFile("a.pdf", sample_pdf())}
    )

    paper = Paper.objects.get()
    try:
        assert response["Location"] == reverse("staff_papers:edit", args=[paper.pk])
        admin.post(response["Location"], {**data, "products": [product.pk]})
        history = admin.get(reverse("staff_papers:history", args=[paper.pk])).content.decode()
        assert f"– → {product.title}" in history
        assert paper.file.read() == sample_pdf()
        assert list(paper.product_links.values_list("product", flat=True)) == [product.pk]
        assert client.get(paper.get_absolute_url()).status_code == 404
        staff = admin.get(reverse("staff_papers:scan", args=[paper.pk]))
        assert b"".join(staff.streaming_content) == sample_pdf()
    finally:
        storages["private"].delete(paper.file.name)


def test_a_paper_about_products_of_another_producer_is_refused(admin):
    paper, other = PaperFactory(), ProductFactory()
    html = admin.post(
        reverse("staff_papers:edit", args=[paper.pk]),
        {
            "kind": paper.kind,
            "number": paper.number,
            "issuer": paper.issuer,
            "issued_on": "2026-01-02",
            "products": [other.pk],
        },
    ).content.decode()

    assert "không hợp lệ" in html or "lựa chọn" in html
    assert not paper.product_links.exists()


def test_a_label_is_added_for_a_product_only_once(admin, for_sale):
    label = LabelContentsFactory(product=ProductFactory(ocop_set=for_sale, published=False))
    response = admin.post(reverse("staff_labels:add"), {"product": label.product_id, "name_vi": "Lần hai"})

    assert response.status_code == 200
    assert LabelContents.objects.count() == 1
