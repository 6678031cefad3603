"""What every staff screen does, shown on rule sets."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from catalogue.models import GraceRule, RuleSet
from core.staff import listing
from core.staff.spreadsheet import write_workbook
from tests.factories import RuleSetFactory, UserFactory
from tests.staff.conftest import midnight, sheet_of

LIST = "staff_rule_sets:index"


def rule_set_data(**values):
    return {
        "code": "30-2030",
        "decision_number": "30/2030/QĐ-TTg",
        "issued_on": "2030-01-02",
        "valid_from": "2030-01-02",
        "valid_to": "",
        "points_a": "40",
        "points_b": "25",
        "points_c": "35",
        "authority_3": "province",
        "authority_4": "province",
        "authority_5": "centre",
        "source_url": "",
        "note": "",
        **values,
    }


@pytest.mark.parametrize("typed", ["26/2026/qd-ttg", "QĐ 26", "qđ-ttg 2026", "quyet dinh", "Quyết định"])
def test_the_list_is_searched_without_marks(admin, typed):
    RuleSetFactory(note="Quyết định của Thủ tướng")
    RuleSetFactory(code="1-2000", decision_number="1/2000/NĐ-CP", note="")

    html = admin.get(reverse(LIST), {"q": typed}).content.decode()

    assert "26/2026/QĐ-TTg" in html
    assert "1/2000" not in html


@pytest.mark.parametrize("typed", ["không có", "!!!", "x" * 5_000, "%", "_"])
def test_odd_words_find_nothing(admin, typed):
    RuleSetFactory()

    response = admin.get(reverse(LIST), {"q": typed})

    assert response.status_code == 200
    assert "26/2026" not in response.content.decode()


def test_a_list_that_finds_nothing_says_so_in_vietnamese(admin):
    page = admin.get(reverse(LIST), {"q": "không có gì"}).content.decode()

    assert "Không có bộ tiêu chí nào khớp." in page
    assert "match your query" not in page


def test_forms_and_messages_speak_vietnamese(admin):
    refused = admin.post(reverse("staff_rule_sets:add"), rule_set_data(issued_on="hôm qua")).content.decode()
    first_page = admin.get("/cms/").content.decode()

    assert "Chưa thêm được bộ tiêu chí vì còn chỗ sai." in refused
    assert "unsaved edits" not in refused
    assert "created in" not in first_page


def test_a_rule_set_is_added_changed_and_both_are_in_the_log(admin):
    assert admin.post(reverse("staff_rule_sets:add"), rule_set_data()).status_code == 302
    added = RuleSet.objects.get(code="30-2030")
    assert (added.part_points, added.authorities["5"]) == ([40, 25, 35], "centre")

    response = admin.post(
        reverse("staff_rule_sets:edit", args=["30-2030"]),
        rule_set_data(code="31-2031", decision_number="30/2030/QĐ-TTg sửa", valid_to="2031-01-01"),
    )

    assert response.status_code == 302
    assert RuleSet.objects.get().decision_number == "30/2030/QĐ-TTg sửa"
    edit, create = ModelLogEntry.objects.order_by("-pk")
    assert (create.action, edit.action) == ("wagtail.create", "staff.edit")
    assert edit.user.full_name == "Trần Quản Trị"
    assert ["quyết định", "30/2030/QĐ-TTg", "30/2030/QĐ-TTg sửa"] in [
        [label.lower(), old, new] for label, old, new in edit.data["changes"]
    ]
    history = admin.get(reverse("staff_rule_sets:history", args=["30-2030"])).content.decode()
    assert "30/2030/QĐ-TTg → 30/2030/QĐ-TTg sửa" in history


def test_what_a_rule_refuses_stands_in_the_form_and_what_was_typed_is_kept(admin):
    response = admin.post(
        reverse("staff_rule_sets:add"),
        rule_set_data(points_c="36", valid_to="2029-01-01", note="ghi chú tôi gõ"),
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert "100 điểm" in html
    assert "ghi chú tôi gõ" in html
    assert not RuleSet.objects.exists()


def test_a_register_deletes_nothing_unless_it_says_so(admin):
    RuleSetFactory()

    assert admin.post("/cms/rule-sets/delete/26-2026/").status_code == 404
    assert RuleSet.objects.exists()


def test_a_grace_rule_does_not_meet_another_one(admin):
    rule_set = RuleSetFactory()
    data = {
        "rule_set": rule_set.pk,
        "expires_from": "2026-05-22",
        "expires_to": "2026-07-21",
        "longest_days": 180,
        "basis": "Điều 12",
    }
    assert admin.post(reverse("staff_grace_rules:add"), data).status_code == 302

    response = admin.post(
        reverse("staff_grace_rules:add"), {**data, "expires_from": "2026-07-21", "expires_to": "2026-08-01"}
    )

    assert response.status_code == 200
    assert GraceRule.objects.count() == 1


def test_a_grace_rule_beyond_the_law_is_refused_in_words(admin):
    data = {"rule_set": RuleSetFactory().pk, "expires_from": "2026-07-21", "expires_to": "2026-05-22",
            "longest_days": 181, "basis": "Điều 12"}  # fmt: skip

    response = admin.post(reverse("staff_grace_rules:add"), data)

    errors = response.context["form"].errors
    assert set(errors) == {"expires_to", "longest_days"}
    assert errors["expires_to"] == ["Ngày cuối không được trước ngày đầu."]
    assert "180" in errors["longest_days"][0]


def test_a_rule_set_does_not_end_before_it_begins(admin):
    response = admin.post(reverse("staff_rule_sets:add"), rule_set_data(valid_to="2029-12-31"))

    assert response.context["form"].errors == {"valid_to": ["Ngày cuối không được trước ngày đầu."]}


def test_the_export_holds_days_as_days_and_is_logged(admin):
    RuleSetFactory(valid_from=date(2026, 5, 22), note="=HYPERLINK(1)")

    response = admin.get(reverse(LIST), {"export": "xlsx"})

    head, row = sheet_of(response)
    assert head[1].lower() == "quyết định"
    assert row[3] == midnight(date(2026, 5, 22))
    assert row[6] == "=HYPERLINK(1)"
    assert ModelLogEntry.objects.get(action="staff.export").data["rows"] == 1


def test_the_export_follows_search_and_filters(admin):
    RuleSetFactory(valid_from=date(2026, 5, 22))
    RuleSetFactory(code="148", decision_number="148/QĐ-TTg", valid_from=date(2023, 2, 24))

    response = admin.get(reverse(LIST), {"export": "xlsx", "valid_from__gte": "2026-01-01", "q": "QD"})

    assert [row[0] for row in sheet_of(response)[1:]] == ["26-2026"]


def test_a_list_too_long_for_a_file_says_so(admin, monkeypatch):
    monkeypatch.setattr(listing, "MOST_EXPORTED", 1)
    RuleSetFactory()
    RuleSetFactory(code="148")

    response = admin.get(reverse(LIST), {"export": "xlsx", "q": "QD"}, follow=True)

    assert "Hãy thu hẹp" in response.content.decode()
    assert response.redirect_chain[0][0].endswith("?q=QD")


def test_csv_is_not_offered(admin):
    RuleSetFactory()

    response = admin.get(reverse(LIST), {"export": "csv"})

    assert response.headers["Content-Type"].startswith("text/html")
    assert "Download CSV" not in response.content.decode()
    assert "csv" not in {button.url[-3:] for button in response.context["view"].header_more_buttons}


def test_no_cell_of_a_file_is_a_formula():
    output = BytesIO()
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\x00=1", "bình thường"]

    write_workbook(
        output, "a/b:c" * 20, evil, [evil, [Decimal("120000.00"), 12.5, True, None, date(2026, 1, 2), 7, []]]
    )

    output.seek(0)
    head, first, second = load_workbook(output).active.iter_rows()
    assert {cell.data_type for cell in (*head, *first)} == {"s"}
    assert [cell.quotePrefix for cell in first] == [True, True, True, True, True, True, False]
    assert [cell.value for cell in second] == [120_000, 12.5, "có", None, midnight(date(2026, 1, 2)), 7, None]


def test_a_stranger_is_sent_to_the_log_in_and_a_customer_refused(client, db):
    assert "next=" in client.get(reverse(LIST)).headers["Location"]
    client.force_login(UserFactory())
    assert client.get(reverse(LIST)).status_code in {302, 403}


def test_who_may_only_look_can_only_look(client, db):
    RuleSetFactory()
    group = Group.objects.create(name="Người xem")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_ruleset"]))
    user = UserFactory(is_staff=True)
    user.groups.add(group)
    client.force_login(user)

    assert client.get(reverse(LIST)).status_code == 200
    assert client.get(reverse("staff_rule_sets:inspect", args=["26-2026"])).status_code == 200
    for name, arguments in [("add", []), ("edit", ["26-2026"])]:
        response = client.post(reverse(f"staff_rule_sets:{name}", args=arguments), rule_set_data())
        assert response.status_code == 302
        assert response.headers["Location"] == "/cms/"
    assert RuleSet.objects.get().decision_number == "26/2026/QĐ-TTg"


def test_a_list_costs_the_same_for_many_rows(admin, django_assert_max_num_queries):
    def queries(rows):
        for number in range(rows):
            RuleSetFactory(code=f"r{rows}-{number}")
        with django_assert_max_num_queries(40) as captured:
            admin.get(reverse(LIST))
        return len(captured)

    admin.get(reverse(LIST))
    assert queries(1) == queries(40)
