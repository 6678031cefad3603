"""The register of certificates as the office keeps it."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import ModelLogEntry

from catalogue.models import Certificate, GraceRule
from core.clock import today
from tests.factories import CertificateFactory, ProductFactory, RuleSetFactory

LIST = "staff_certificates:index"
DAY = today()


def address(name, certificate):
    return reverse(f"staff_certificates:{name}", args=[certificate.pk])


def paper_data(product, **values):
    return {
        "product": product.pk,
        "stars": "4",
        "rule_set": RuleSetFactory().pk,
        "score": "80",
        "decision_number": "0001/QĐ-UBND",
        "decided_on": (DAY - timedelta(days=5)).isoformat(),
        "authority_level": "province",
        "authority_name": "Ủy ban nhân dân (thử)",
        "issued_on": (DAY - timedelta(days=5)).isoformat(),
        "expires_on": "",
        "printed_code": "75-25396-001-2026",
        "source": "",
        **values,
    }


@pytest.fixture
def ended():
    """A certificate whose last day was ten days ago, and the rule that lets it have grace."""
    mine = CertificateFactory(issued_on=DAY - timedelta(days=1_000), expires_on=DAY - timedelta(days=10))
    GraceRule.objects.create(
        rule_set=mine.rule_set,
        expires_from=DAY - timedelta(days=30),
        expires_to=DAY,
        basis="thử",
    )
    return mine


def test_a_certificate_is_issued_through_the_service_and_logged(admin):
    product = ProductFactory()

    response = admin.post(reverse("staff_certificates:add"), paper_data(product))

    mine = Certificate.objects.get()
    assert response.headers["Location"] == address("inspect", mine)
    product.refresh_from_db()
    assert (product.stars_today, product.certified_until) == (4, mine.expires_on)
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.data) == ("certificate.issue", {"decision": "0001/QĐ-UBND"})


def test_what_speaks_against_it_stands_beside_the_fields_and_what_was_typed_is_kept(admin):
    response = admin.post(
        reverse("staff_certificates:add"),
        paper_data(ProductFactory(), score="60", authority_level="centre", decision_number="số tôi gõ"),
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"score", "authority_level"}
    assert "cần từ 70 đến 100 điểm" in html
    assert "số tôi gõ" in html
    assert not Certificate.objects.exists()


def test_there_is_no_form_that_saves_a_certificate_past_the_services(admin):
    mine = CertificateFactory()

    assert admin.post(f"/cms/certificates/edit/{mine.pk}/", {"stars": "5"}).status_code == 404
    assert admin.post(f"/cms/certificates/delete/{mine.pk}/").status_code == 404
    assert Certificate.objects.get() == mine


def test_a_revocation_needs_reason_and_decision_and_ends_the_star(admin):
    mine = CertificateFactory()
    refused = admin.post(
        address("revoke", mine), {"on": DAY.isoformat(), "reason": "", "decision_number": ""}
    )
    assert set(refused.context["form"].errors) == {"reason", "decision_number"}

    response = admin.post(
        address("revoke", mine),
        {"on": DAY.isoformat(), "reason": "ngừng sản xuất", "decision_number": "0002/QĐ-UBND"},
        follow=True,
    )

    mine.refresh_from_db()
    mine.product.refresh_from_db()
    assert (mine.state, mine.product.stars_today) == (Certificate.State.REVOKED, None)
    assert "ngừng sản xuất" in response.content.decode()
    history = admin.get(address("history", mine)).content.decode()
    assert "Thu hồi giấy chứng nhận: ngừng sản xuất" in history


def test_a_second_revocation_is_refused_in_words(admin):
    mine = CertificateFactory()
    data = {"on": DAY.isoformat(), "reason": "ngừng sản xuất", "decision_number": "0002/QĐ-UBND"}
    admin.post(address("revoke", mine), data)

    response = admin.post(address("revoke", mine), {**data, "reason": "lần hai"})

    assert "đã bị thu hồi" in response.content.decode()
    assert "lần hai" in response.content.decode()
    assert ModelLogEntry.objects.count() == 1


def test_grace_is_granted_and_ended_with_reasons(admin, ended):
    until = DAY + timedelta(days=30)
    admin.post(address("grace", ended), {"until": until.isoformat(), "reason": "đang xét lại"})
    ended.refresh_from_db()
    assert ended.state == Certificate.State.GRACE

    admin.post(address("end-grace", ended), {"on": DAY.isoformat(), "reason": "không đạt"})

    ended.refresh_from_db()
    assert ended.state == Certificate.State.EXPIRED
    actions = list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))
    assert actions == ["certificate.grace", "certificate.end_grace"]


def test_grace_that_no_rule_allows_is_refused_in_words(admin):
    mine = CertificateFactory(issued_on=DAY - timedelta(days=1_000), expires_on=DAY - timedelta(days=10))

    response = admin.post(address("grace", mine), {"until": DAY.isoformat(), "reason": "đang xét lại"})

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert not ModelLogEntry.objects.exists()


def test_a_typing_error_is_corrected_and_the_log_says_what_it_was(admin):
    mine = CertificateFactory(stars=4, score=80, decision_number="0001/QD-UBND")
    form = admin.get(address("correct", mine)).context["form"]
    data = {name: form[name].value() or "" for name in form.fields if name not in {"scan", "scan_is_public"}}

    response = admin.post(
        address("correct", mine),
        {**data, "decision_number": "0001/QĐ-UBND", "reason": "gõ nhầm chữ Đ", "score": "80"},
    )

    mine.refresh_from_db()
    assert response.status_code == 302
    assert mine.decision_number == "0001/QĐ-UBND"
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.data["reason"]) == ("certificate.correct", "gõ nhầm chữ Đ")
    assert entry.data["changes"] == [["Số quyết định", "0001/QD-UBND", "0001/QĐ-UBND"]]


def test_a_correction_of_what_somebody_changed_meanwhile_is_refused(admin):
    mine = CertificateFactory(score=80)
    form = admin.get(address("correct", mine)).context["form"]
    data = {name: form[name].value() or "" for name in form.fields if name not in {"scan", "scan_is_public"}}
    mine.save()

    response = admin.post(address("correct", mine), {**data, "reason": "thử"})

    assert "Có người vừa sửa giấy này" in response.content.decode()


def test_a_struck_row_is_told_in_the_history_of_its_product(admin):
    mine = CertificateFactory()

    admin.post(address("strike", mine), {"reason": "nhập nhầm sản phẩm"})

    assert not Certificate.objects.exists()
    entry = ModelLogEntry.objects.get()
    assert entry.content_type.model == "product"
    assert entry.data["certificate"] == str(mine)


def test_only_what_makes_sense_is_offered(admin):
    mine = CertificateFactory()
    newer = CertificateFactory(product=mine.product, issued_on=DAY - timedelta(days=1), stars=5)

    old = admin.get(address("inspect", mine)).content.decode()
    new = admin.get(address("inspect", newer)).content.decode()

    assert address("grace", mine) not in old
    assert address("grace", newer) in new
    assert address("take-back", newer) not in new
    assert newer.code in old
    assert escape("Được thay bằng") in old


def test_a_scan_is_handed_to_staff_only(admin, client):
    mine = CertificateFactory()
    mine.scan.save("a.pdf", ContentFile(b"%PDF-1.4"))

    response = admin.get(address("scan", mine))

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == b"%PDF-1.4"
    admin.logout()
    assert admin.get(address("scan", mine)).status_code == 302
