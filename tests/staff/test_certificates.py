"""The register of certificates as the office keeps it."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import ModelLogEntry

from catalogue.models import Certificate, GraceRule
from core.clock import today
from tests.factories import CertificateFactory, ProducerFactory, ProductFactory, RuleSetFactory
from tests.staff.conftest import midnight, sheet_of

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


def codes(response):
    return [row.code for row in response.context["object_list"]]


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


def test_a_scan_is_handed_to_staff_only(admin, client):
    mine = CertificateFactory()
    mine.scan.save("a.pdf", ContentFile(b"%PDF-1.4"))

    response = admin.get(address("scan", mine))

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == b"%PDF-1.4"
    admin.logout()
    assert admin.get(address("scan", mine)).status_code == 302


def test_the_list_costs_the_same_for_many_rows(admin, django_assert_max_num_queries):
    def queries(rows):
        for _row in range(rows):
            CertificateFactory()
        with django_assert_max_num_queries(40) as captured:
            admin.get(reverse(LIST))
        return len(captured)

    admin.get(reverse(LIST))
    assert queries(1) == queries(12)
