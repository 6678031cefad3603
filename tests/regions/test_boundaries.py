import csv

import pytest

from regions.boundaries import CREDIT, district_polygons, features, unit_at, unit_polygons
from regions.loading.sources import DATA_DIR


@pytest.mark.parametrize(
    ("level", "count"),
    [("district", 11), ("commune", 111), ("new_unit", 40), ("province", 2), ("neighbour", 3)],
)
def test_each_level_is_complete(level, count):
    areas = features(level)

    assert len(areas) == len({area.code for area in areas}) == count


def test_an_unknown_level_is_refused():
    with pytest.raises(ValueError, match="no level"):
        features("hamlet")


def test_rings_are_closed_and_in_the_region():
    for polygons in [*district_polygons().values(), *unit_polygons().values()]:
        for polygon in polygons:
            for ring in polygon:
                assert len(ring) >= 4
                assert ring[0] == ring[-1]
                assert all(106 < x < 108 and 11 < y < 13 for x, y in ring)


def test_codes_and_parents_are_those_of_the_units_file():
    with (DATA_DIR / "binh-phuoc-units.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "commune"]

    communes = {(area.code, area.name, area.parent, area.new_code) for area in features("commune")}

    expected = {(r["old_code"], r["old_name_vi"], r["old_district_code"], r["new_code"]) for r in rows}
    assert communes == expected
    assert set(unit_polygons()) == {row["new_code"] for row in rows}


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (11.85778, 107.01917, "25267"),  # the Thác Mơ reservoir, in Phú Nghĩa
        (12.14198, 107.17208, "25222"),  # Bù Gia Mập
        (11.84552, 107.16027, "25405"),  # Bom Bo
        (10.77, 106.70, None),  # Hồ Chí Minh City
        (107.0, 11.8, None),  # the two numbers exchanged
        (float("nan"), 107.0, None),
    ],
)
def test_a_point_lies_in_its_unit(latitude, longitude, code):
    assert unit_at(latitude, longitude) == code


def test_the_centre_of_each_former_commune_lies_in_its_unit():
    with (DATA_DIR / "binh-phuoc-units.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "commune"]

    astray = [
        row["old_name_vi"]
        for row in rows
        if unit_at(float(row["centroid_lat"]), float(row["centroid_lon"])) != row["new_code"]
    ]

    # This one approximate centre lies 500 m beyond the border, in the neighbouring ward.
    assert astray == ["Phường Tiến Thành"]


def test_the_credit_names_the_licences():
    assert CREDIT in " ".join((DATA_DIR / "binh-phuoc-boundaries.readme.md").read_text("utf-8").split())
    assert CREDIT.count("MIT") == 2
