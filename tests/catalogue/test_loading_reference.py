"""Branches, sets, rule sets and sale rules: what the files say, twice the same, all or nothing."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalogue.loading import load_reference
from catalogue.management.commands import load_reference as command
from catalogue.models import Category, FormerSet, GraceRule, RuleSet, SaleMode, SaleRule
from core.data_files import DataFileError
from core.vietnamese import fold
from tests.catalogue.conftest import QUIET

pytestmark = pytest.mark.django_db

TABLES = (Category, RuleSet, SaleRule, FormerSet)


def contents() -> list[list[tuple[object, ...]]]:
    return [list(model.objects.order_by("pk").values_list()) for model in TABLES]


def test_six_branches_hold_the_26_sets_in_both_languages():
    load_reference(QUIET)

    branches = list(Category.get_root_nodes())
    sets = list(Category.objects.filter(set_number__isnull=False).order_by("set_number"))

    assert [branch.code for branch in branches] == ["I", "II", "III", "IV", "V", "VI"]
    assert [each.set_number for each in sets] == list(range(1, 27))
    assert [branch.get_children_count() for branch in branches] == [13, 4, 3, 2, 3, 1]
    for each in [*branches, *sets]:
        assert all([each.name_vi, each.name_en, each.short_name_vi, each.short_name_en, each.source_url])
        assert each.decision == "26/2026/QĐ-TTg"
    for column in ("slug_vi", "slug_en"):
        assert len({getattr(each, column) for each in [*branches, *sets]}) == 32


def test_a_set_knows_its_legal_code_and_ministry():
    load_reference(QUIET)

    nuts = Category.objects.get(set_number=7)

    assert (nuts.legal_code, nuts.ministry) == ("I.3.c", "Bộ Nông nghiệp và Môi trường")
    assert nuts.get_parent().code == "I"
    assert (nuts.subgroup_vi, nuts.subgroup_en) == ("Thực phẩm chế biến", "Processed food")


def test_sale_modes_follow_the_set():
    load_reference(QUIET)

    modes = SaleRule.modes_on(date(2026, 5, 22))

    by_number = {
        each.set_number: modes[each.pk] for each in Category.objects.filter(set_number__isnull=False)
    }
    assert {number for number, mode in by_number.items() if mode == SaleMode.SHOW} == {14, 15}
    assert {number for number, mode in by_number.items() if mode == SaleMode.ENQUIRY} == {18, 25, 26}
    assert SaleMode.BUY_AGE not in by_number.values()
    assert SaleRule.modes_on(date(2026, 5, 21)) == {}


def test_rule_sets_follow_one_another():
    load_reference(QUIET)

    def codes_on(day: date) -> list[str]:
        return list(RuleSet.objects.in_force(day).values_list("code", flat=True))

    assert codes_on(date(2019, 8, 20)) == []
    assert codes_on(date(2023, 2, 23)) == ["1048-2019"]
    assert codes_on(date(2023, 2, 24)) == ["148-2023"]
    assert codes_on(date(2025, 7, 6)) == ["1489-2025"]
    assert codes_on(date(2026, 6, 1)) == ["1489-2025", "26-2026"]
    assert codes_on(date(2026, 7, 22)) == ["26-2026"]


def test_only_the_148_era_lets_a_district_recognise_three_stars():
    load_reference(QUIET)

    levels = {rule.code: rule.authorities["3"] for rule in RuleSet.objects.all()}

    assert [code for code, level in levels.items() if level == "district"] == ["148-2023"]
    assert all(sum(rule.part_points) == 100 for rule in RuleSet.objects.all())


def test_no_grace_rule_until_the_office_sets_one():
    load_reference(QUIET)

    assert not GraceRule.objects.exists()


def test_old_names_find_the_set_of_today():
    load_reference(QUIET)

    found = FormerSet.objects.filter(folded=fold("Cà phê, Ca cao"), decision="1048/QĐ-TTg")

    assert [former.ocop_set.set_number for former in found] == [13]
    assert FormerSet.objects.filter(decision="148/QĐ-TTg").count() == 26


def test_a_second_load_changes_nothing():
    load_reference(QUIET)
    before = contents()

    load_reference(QUIET)

    assert contents() == before


def test_a_later_rule_of_the_staff_stays():
    load_reference(QUIET)
    alcohol = Category.objects.get(set_number=14)
    SaleRule.objects.create(ocop_set=alcohol, mode=SaleMode.BUY_AGE, valid_from=date(2027, 1, 1))

    load_reference(QUIET)

    assert SaleRule.modes_on(date(2027, 1, 1))[alcohol.pk] == SaleMode.BUY_AGE


BROKEN = [
    ("product-groups.csv", "group_code,", "branch_code,", 1, "the header must be"),
    ("product-groups.csv", "26/2026/QĐ-TTg,7,", "26/2026/QĐ-TTg,27,", 8, "set_no is 27"),
    ("product-groups.csv", "26/2026/QĐ-TTg,7,", "26/2026/QĐ-TTg,6,", 8, "set 6 stands in row 7 already"),
    ("product-groups.csv", "26/2026/QĐ-TTg,26,", "148/QĐ-TTg,26,", None, "set 26 is missing"),
    ("menu-names.csv", "Gạo, ngũ cốc", "Chè", 18, "same address"),
    ("rule-sets.csv", "148-2023,148/QĐ-TTg,2023-02-24", "148-2023,148/QĐ-TTg,24/2/2023", 3, "issued_on"),
    ("rule-sets.csv", ",district,", ",huyện,", 3, "stars_3"),
    ("rule-sets.csv", "35,25,40", "35,25,41", 2, "100"),
    ("sale-rules.csv", "14,show", "14,hide", 15, "mode"),
    ("sale-rules.csv", "26,enquiry", "25,enquiry", 27, "has a rule from"),
    ("former-sets.csv", "Rượu trắng,14", "Rượu trắng,", 15, "set_number is empty"),
]


@pytest.mark.parametrize(("file", "old", "new", "row", "words"), BROKEN)
def test_a_broken_row_is_named_and_nothing_is_loaded(data_folder: Path, file, old, new, row, words):
    path = data_folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text or f'"{old}"' in text
    path.write_text(text.replace(f'"{old}"', old).replace(old, new, 1), encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        load_reference(QUIET, data_folder)

    assert (caught.value.file, caught.value.row) == (file, row)
    assert words in caught.value.reason
    assert contents() == [[], [], [], []]


@pytest.mark.parametrize("file", ["product-groups.csv", "menu-names.csv", "rule-sets.csv", "former-sets.csv"])
def test_broken_letters_are_told_in_one_line(data_folder: Path, file, monkeypatch):
    (data_folder / file).write_bytes((data_folder / file).read_bytes()[:-40] + b"\xff\xfe\n")
    monkeypatch.setattr(command, "load_reference", partial(load_reference, folder=data_folder))

    with pytest.raises(CommandError) as caught:
        call_command("load_reference", verbosity=0)

    assert file in str(caught.value)
    assert "\n" not in str(caught.value)
    assert contents() == [[], [], [], []]
