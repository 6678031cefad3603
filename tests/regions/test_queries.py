import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regions.models import LookupName
from regions.queries import find_district, find_region, find_units, old_communes_named

pytestmark = pytest.mark.usefixtures("country")


def names(text, **options):
    return [match.unit.name for match in find_units(text, **options)]


def first(text):
    return find_units(text)[0]


@pytest.mark.parametrize(
    "text",
    ["Bom Bo", "bom bo", "xã Bom Bo", "Xa bom bo", "x. Bom Bo", "BOM BO", "  bom   bo ", "Bom Bo, Đồng Nai"],
)
def test_finds_a_name_of_today(text):
    assert first(text).unit.code == "25405"


def test_finds_the_successor_of_a_former_commune():
    matches = {match.unit.name: match for match in find_units("Bình Minh")}

    assert next(iter(matches)) == "Xã Bom Bo"  # the one of the region, though others bear the name today
    bom_bo = matches["Xã Bom Bo"]
    assert [(old.name, old.district_name) for old in bom_bo.former] == [("Xã Bình Minh", "Huyện Bù Đăng")]
    assert bom_bo.unit.province.name == "Thành phố Đồng Nai"


@pytest.mark.parametrize(
    "text",
    [
        "Bình Minh, Bù Đăng",
        "binh minh bu dang",
        "xã Bình Minh, huyện Bù Đăng, tỉnh Bình Phước",
        "xa binh minh huyen bu dang binh phuoc",
        "Bình Minh, huyện Bù Đă",
        "Thôn 3, xã Bình Minh, huyện Bù Đăng",
    ],
)
def test_areas_around_it_narrow_the_result(text):
    assert names(text) == ["Xã Bom Bo"]


def test_the_spelling_with_marks_comes_first():
    assert names("Lộc Thành")[0] == "Xã Lộc Thành"
    assert names("Lộc Thạnh")[0] == "Xã Lộc Thạnh"


@pytest.mark.parametrize("text", ["Lộc Thành", "Lộc Thạnh", "loc thanh", "Lôc Thanh"])
def test_both_names_that_fold_alike_are_shown(text):
    assert {"Xã Lộc Thành", "Xã Lộc Thạnh"} <= set(names(text))


def test_finds_the_units_of_a_former_district():
    matches = find_units("Bù Đăng")

    assert matches[0].unit.name == "Xã Bù Đăng"
    assert {match.unit.name for match in matches[:6]} == {
        "Xã Bù Đăng",
        "Xã Bom Bo",
        "Xã Nghĩa Trung",
        "Xã Phước Sơn",
        "Xã Thọ Sơn",
        "Xã Đak Nhau",
    }
    assert {match.former_area for match in matches[1:6]} == {"Huyện Bù Đăng"}


def test_a_kind_word_that_was_typed_counts():
    assert first("quận 1").former_area == "Quận 1"
    assert first("phuong 1").former[0].name == "Phường 1"


def test_a_name_that_begins_like_a_kind_word_is_found():
    assert names("Phương Thịnh")[0] == names("phuong thinh")[0] == "Xã Phương Thịnh"
    assert "Xã Quan Sơn" in names("quan son")


def test_a_divided_commune_gives_all_its_successors():
    matches = find_units("Cống Vị")

    assert [match.unit.name for match in matches] == ["Phường Ngọc Hà", "Phường Giảng Võ"]
    assert all(match.divided for match in matches)
    assert not first("Bình Minh, Bù Đăng").divided


def test_finds_a_ward_by_its_name_of_before_30_4_2026():
    match = next(match for match in find_units("xã Tân Khai") if match.unit.code == "25357")

    assert match.unit.name == "Phường Tân Khai"
    assert match.earlier_name == "Xã Tân Khai"


def test_the_doubled_names_of_the_region_are_told_apart_by_district():
    found = {(old.district_name, match.unit.name) for match in find_units("Tân Tiến") for old in match.former}

    assert {("Huyện Bù Đốp", "Xã Tân Tiến"), ("Huyện Đồng Phú", "Phường Đồng Phú")} <= found
    assert names("Tân Tiến, Đồng Phú") == ["Phường Đồng Phú"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đắk Nhau", "Xã Đak Nhau"),
        ("Đắk Ơ", "Xã Đăk Ơ"),
        ("thị trấn Chơn Thành", "Phường Chơn Thành"),
        ("Hòa Bình, Vĩnh Long", "Xã Hoà Bình"),
        ("Ea H'leo", "Xã Ea H'Leo"),
        ("ea h leo", "Xã Ea H'Leo"),
        ("ea hleo", "Xã Ea H'Leo"),
        ("Bến Nghé, Q1, TPHCM", "Phường Sài Gòn"),
        ("tp. Đồng Xoài", "Phường Bình Phước"),
        ("Côn Đảo", "Đặc khu Côn Đảo"),
    ],
)
def test_other_spellings_are_known(text, name):
    assert names(text)[0] == name


def test_both_places_of_a_tone_mark_are_one_spelling():
    assert names("Hoà Bình") == names("Hòa Bình")


def test_the_region_is_found_by_its_name():
    matches = find_units("Bình Phước", limit=50)

    assert matches[0].unit.name == "Phường Bình Phước"
    assert len([match for match in matches if match.former_area == "Tỉnh Bình Phước"]) == 39
    region = find_region("tỉnh bình phước")
    assert region is not None
    assert region.code == "binh-phuoc"
    assert find_region("Bình Dương") is None


def test_a_beginning_is_enough():
    assert names("Bù Gia")[0] == "Xã Bù Gia Mập"
    assert names("bom b") == ["Xã Bom Bo"]


def test_a_beginning_with_marks_comes_first():
    assert names("Lộc Thà")[0] == "Xã Lộc Thành"
    assert names("Lộc Thạ")[0] == "Xã Lộc Thạnh"


def test_keeps_to_the_limit_and_the_province():
    assert len(find_units("tan", limit=3)) == 3
    assert names("Bình Minh", province="75") == ["Xã Bom Bo", "Xã Bình Minh"]
    assert find_units("Bom Bo", province="01") == []
    assert find_units("Bom Bo", limit=0) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0",
        "Bom\0Bo",
        "´`~^\u0300\u0323",
        "🌾🌾",
        "%_%",
        "' OR 1=1 --",
        "\ud800",
        "ﷺ" * 500,
        "Bình Minh, " * 1_000,
        "a " * 5_000,
        "\u0301" * 10_000,
        ",;\n" * 3_000,
        "xã",
        "tp.",
        "１２",
    ],
)
def test_odd_text_is_answered_with_few_queries(text):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        find_units(text)

    assert len(queries) <= 9


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_answered(text):
    assert len(find_units(text)) <= 10


def test_a_look_up_reads_the_index():
    plan = LookupName.objects.filter(folded__prefix="binh m").explain()

    assert "folded" in plan
    assert "INDEX" in plan.upper()


def test_a_usual_look_up_takes_five_queries():
    with CaptureQueriesContext(connection) as queries:
        find_units("loc thanh")

    assert len(queries) == 5


def test_former_communes_are_named_with_their_district():
    assert [old.code for old in old_communes_named("Tân Tiến", "Bù Đốp")] == ["25321"]
    assert [old.name for old in old_communes_named("Lộc Thành", "Lộc Ninh")] == ["Xã Lộc Thành"]
    assert len(old_communes_named("loc thanh", "loc ninh")) == 2
    assert [old.name for old in old_communes_named("xã Bình Minh", "Bù Đăng", "Bình Phước")] == [
        "Xã Bình Minh"
    ]
    assert old_communes_named("\0", "x") == []


def test_a_former_district_is_found_by_name():
    district = find_district("bu dang")

    assert district is not None
    assert district.name == "Huyện Bù Đăng"
    assert find_district("Huyện Đồng Phú") is not None
    assert find_district("Ba Đình") is None
