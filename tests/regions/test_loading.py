import shutil
from datetime import date

import pytest
from django.db.models import Count, Max

from core.data_files import DataFileError, read_rows
from regions.loading import load_units
from regions.loading.sources import _REGION, DATA_DIR
from regions.models import (
    District,
    LookupName,
    OldCommune,
    Province,
    ProvinceName,
    Region,
    Succession,
    Unit,
    UnitName,
)

pytestmark = pytest.mark.usefixtures("country")

TABLES = [Province, Unit, Region, District, OldCommune, Succession, UnitName, ProvinceName, LookupName]


def contents():
    """Everything in the tables but their serial numbers."""
    rows = {}
    for model in TABLES:
        columns = [field.attname for field in model._meta.concrete_fields if field.name != "id"]
        rows[model] = sorted(model.objects.values_list(*columns), key=repr)
    rows["region"] = sorted(Region.units.through.objects.values_list("region_id", "unit_id"))
    return rows


def test_the_country_is_complete():
    assert Province.objects.count() == 34
    assert Unit.objects.count() == 3_321
    assert OldCommune.objects.count() == 10_035
    assert dict(Unit.objects.order_by().values_list("kind").annotate(Count("code"))) == {
        "Phường": 697,
        "Xã": 2_611,
        "Đặc khu": 13,
    }


def test_a_province_has_its_units():
    dong_nai = Province.objects.get(code="75")

    assert dong_nai.name == "Thành phố Đồng Nai"
    kinds = dict(dong_nai.units.order_by().values_list("kind").annotate(Count("code")))
    assert kinds == {"Xã": 62, "Phường": 33}


def test_the_region_has_its_districts_communes_and_units():
    region = Region.objects.get(code="binh-phuoc")

    counts = {district.name: district.communes.count() for district in region.districts.all()}
    assert counts == {
        "Thị xã Phước Long": 7,
        "Thành phố Đồng Xoài": 8,
        "Thị xã Bình Long": 6,
        "Huyện Bù Gia Mập": 8,
        "Huyện Lộc Ninh": 16,
        "Huyện Bù Đốp": 7,
        "Huyện Hớn Quản": 13,
        "Huyện Đồng Phú": 11,
        "Huyện Bù Đăng": 16,
        "Thị xã Chơn Thành": 9,
        "Huyện Phú Riềng": 10,
    }
    assert region.units.count() == 40
    assert set(region.units.values_list("province_id", flat=True)) == {"75"}
    successors = Unit.objects.filter(old_communes__district__region=region).distinct()
    assert set(successors) == set(region.units.all())


def test_no_commune_of_the_region_was_divided():
    parts = OldCommune.objects.exclude(district=None).annotate(parts=Count("successions"))

    assert parts.aggregate(Max("parts"))["parts__max"] == 1


def test_five_special_zones_took_over_no_commune():
    without = Unit.objects.filter(successions=None)

    assert {unit.name for unit in without} == {
        "Đặc khu Bạch Long Vĩ",
        "Đặc khu Cồn Cỏ",
        "Đặc khu Hoàng Sa",
        "Đặc khu Lý Sơn",
        "Đặc khu Côn Đảo",
    }


def test_of_a_divided_commune_the_largest_part_comes_first():
    cong_vi = OldCommune.objects.get(code="00007")

    assert [(s.rank, s.unit.name) for s in cong_vi.successions.all()] == [
        (0, "Phường Ngọc Hà"),
        (1, "Phường Giảng Võ"),
    ]


def test_seven_names_of_the_region_stand_in_two_districts():
    names = OldCommune.objects.exclude(district=None).order_by().values_list("folded")
    doubled = names.annotate(districts=Count("district", distinct=True)).filter(districts=2)

    real = {folded for folded, _ in doubled}

    assert real == {
        "tan phu",
        "tan thanh",
        "thanh binh",
        "tan tien",
        "tan loi",
        "tan hung",
        "minh hung",
    }


def test_loc_thanh_and_loc_thanh_stay_two():
    pair = Unit.objects.filter(folded="loc thanh", province="75")

    assert {unit.name for unit in pair} == {"Xã Lộc Thành", "Xã Lộc Thạnh"}
    assert {old.name for old in OldCommune.objects.filter(folded="loc thanh", district="692")} == {
        "Xã Lộc Thành",
        "Xã Lộc Thạnh",
    }


@pytest.mark.parametrize("code", ["25270", "25357", "25363"])
def test_three_communes_became_wards(code):
    unit = Unit.objects.get(code=code)

    assert unit.name_on(date(2026, 4, 29)) == f"Xã {unit.name.removeprefix('Phường ')}"
    assert unit.name_on(date(2026, 4, 30)) == unit.name
    assert unit.kind == "Phường"


def test_dong_nai_became_a_city():
    dong_nai = Province.objects.get(code="75")

    assert dong_nai.name_on(date(2025, 7, 1)) == "Tỉnh Đồng Nai"
    assert dong_nai.name_on(date(2026, 4, 29)) == "Tỉnh Đồng Nai"
    assert dong_nai.name_on(date(2026, 5, 1)) == "Thành phố Đồng Nai"


def test_the_dated_names_are_those_of_the_region_file():
    changed = {
        (row.cells["new_code"], row.cells["new_name_vi"], row.cells["name_since_2026_04_30"])
        for row in read_rows(DATA_DIR / "binh-phuoc-units.csv", _REGION)
        if row.cells["name_since_2026_04_30"]
    }

    before = dict(UnitName.objects.filter(valid_to=date(2026, 4, 29)).values_list("unit_id", "name"))
    since = dict(UnitName.objects.filter(valid_from=date(2026, 4, 30)).values_list("unit_id", "name"))

    assert {(code, before[code], since[code]) for code in since} == changed


def test_loading_again_changes_nothing():
    before = contents()
    lines: list[str] = []

    load_units(lines.append)

    assert contents() == before
    assert lines[0] == "34 provinces, 3321 communes and wards"


def test_a_corrected_name_arrives():
    broken_name = Unit.objects.get(code="25405")
    broken_name.name = "Xã Bom Bơ"
    broken_name.save()

    load_units(lambda line: None)

    broken_name.refresh_from_db()
    assert broken_name.name == "Xã Bom Bo"


@pytest.mark.parametrize(
    ("file", "row", "old", "new", "reason"),
    [
        (
            "vietnam-units.csv",
            3,
            "Phường Ngọc Hà,Phường",
            "Phường Ngọc Hà,Xã",
            "does not begin with its type",
        ),
        ("vietnam-units.csv", 3, "105.8160", "205.8160", "outside 102..115"),
        ("vietnam-units.csv", 3, "00008,", "00004,", "stands in row 2 already"),
        ("vietnam-units.csv", 3, "00008,", "8,", "not 5 digits"),
        ("vietnam-units.csv", 3, "Thành phố Hà", "Tỉnh Hà", "province 01 has two names"),
        ("vietnam-old-communes.csv", 2, ",00097,", ",99999,", "code 99999 is not in the other file"),
        ("vietnam-old-communes.csv", 5, ",00025", ",00008", "a unit is named twice"),
        ("vietnam-old-communes.csv", 2, "Quận Ba Đình", "Ba Đình", "has no kind word"),
        (
            "binh-phuoc-units.csv",
            3,
            "Phường Thác Mơ,",
            "Phường Thác Mở,",
            "differs from vietnam-old-communes",
        ),
        ("binh-phuoc-units.csv", 3, "commune,", "village,", "allowed are commune, district"),
        ("dated-names.csv", 5, "2026-04-30", "2026-05-30", "does not follow upon row 4"),
        ("dated-names.csv", 5, "Phường Lộc Ninh", "Phường Lộc Nin", "name of today is Phường Lộc Ninh"),
        ("aliases.csv", 2, "25399", "25999", "code 25999"),
    ],
)
def test_a_broken_row_stops_the_load_and_leaves_the_tables(tmp_path, file, row, old, new, reason):
    folder = tmp_path / "data"
    shutil.copytree(DATA_DIR, folder)
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    assert old in lines[row - 1]
    lines[row - 1] = lines[row - 1].replace(old, new, 1)
    (folder / file).write_text("\n".join(lines), encoding="utf-8")
    marked = Unit.objects.get(code="25405")
    marked.name = "Xã Bom Bơ"
    marked.save()

    with pytest.raises(DataFileError, match=reason) as caught:
        load_units(lambda line: None, folder)

    assert (caught.value.file, caught.value.row) == (file, row)
    marked.refresh_from_db()
    assert marked.name == "Xã Bom Bơ"


def test_an_error_while_writing_leaves_the_tables(monkeypatch):
    before = contents()
    Unit.objects.filter(code="25405").update(name="Xã Bom Bơ")
    changed = contents()
    assert changed != before

    def fail(line: str) -> None:
        if line.startswith("Bình Phước"):
            raise RuntimeError("the reader went away")

    with pytest.raises(RuntimeError):
        load_units(fail)

    assert contents() == changed
