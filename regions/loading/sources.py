"""The data files as checked rows; nothing here touches the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from core.data_files import Row, read_rows, unique

from ..names import KINDS, split_name

DATA_DIR = Path(__file__).resolve().parents[1] / "data"

_UNITS = ("code", "name_vi", "type", "province_code", "province_vi", "lat", "lon")
_OLD_COMMUNES = (
    "old_code",
    "old_commune_vi",
    "old_district_vi",
    "old_province_vi",
    "new_code",
    "other_new_codes",
)
_REGION = (
    *(
        "level",
        "old_code",
        "old_name_vi",
        "old_name_ascii",
        "old_type",
        "old_district_code",
        "old_district_vi",
    ),
    *("new_province_code", "new_province_vi", "new_code", "new_name_vi", "new_name_ascii", "new_type"),
    *("name_since_2026_04_30", "centroid_lat", "centroid_lon", "centroid_note", "new_lat", "new_lon", "note"),
)
_DATED_NAMES = ("level", "code", "name", "valid_from", "valid_to", "source")
_ALIASES = ("name", "target", "code", "source")


@dataclass(frozen=True)
class Sources:
    """All rows of the data files, each set by its code and in the order of its file."""

    units: dict[str, Row]
    old_communes: dict[str, Row]
    #: Of the region's districts and communes, by old code.
    districts: dict[str, Row]
    region_communes: dict[str, Row]
    dated_names: list[Row]
    aliases: list[Row]


def read_sources(folder: Path = DATA_DIR) -> Sources:
    """Read and check all files.

    Raises:
        DataFileError: A file cannot be read, or a row breaks a rule or contradicts another file.
    """
    units = unique(read_rows(folder / "vietnam-units.csv", _UNITS), "code")
    old_communes = unique(read_rows(folder / "vietnam-old-communes.csv", _OLD_COMMUNES), "old_code")
    region = read_rows(folder / "binh-phuoc-units.csv", _REGION)
    for row in region:
        row.choice("level", {"district", "commune"})
    sources = Sources(
        units=units,
        old_communes=old_communes,
        districts=unique((row for row in region if row.cells["level"] == "district"), "old_code"),
        region_communes=unique((row for row in region if row.cells["level"] == "commune"), "old_code"),
        dated_names=read_rows(folder / "dated-names.csv", _DATED_NAMES),
        aliases=read_rows(folder / "aliases.csv", _ALIASES),
    )
    _check_units(sources)
    _check_old_communes(sources)
    _check_region(sources)
    _check_dated_names(sources)
    _check_aliases(sources)
    return sources


def point(row: Row, latitude: str, longitude: str) -> tuple[float, float]:
    """Return a point of the country in degrees: 8..24 north, 102..115 east, the islands included."""
    return row.decimal(latitude, 8, 24), row.decimal(longitude, 102, 115)


def proper_name(text: str) -> str:
    """Return a full name with its kind word as we write it: "Thị Trấn X" of one source is "Thị trấn X"."""
    name = split_name(text)
    return f"{name.kind} {name.bare}" if name.kind else name.bare


def new_codes(row: Row) -> list[str]:
    """Return the units that took over an old commune, the one that took most first."""
    return [row.text("new_code"), *row.parts("other_new_codes")]


def _check_units(sources: Sources) -> None:
    provinces: dict[str, str] = {}
    for row in sources.units.values():
        _code(row, "code", 5)
        if split_name(row.text("name_vi", 80)).kind != row.choice("type", KINDS):
            raise row.error(f"{row.cells['name_vi']} does not begin with its type {row.cells['type']}")
        point(row, "lat", "lon")
        name = row.text("province_vi", 60)
        if provinces.setdefault(_code(row, "province_code", 2), name) != name:
            raise row.error(f"province {row.cells['province_code']} has two names: {name}")


def _check_old_communes(sources: Sources) -> None:
    for row in sources.old_communes.values():
        _code(row, "old_code", 5)
        for column in ("old_commune_vi", "old_district_vi", "old_province_vi"):
            if not split_name(row.text(column, 60)).kind:
                raise row.error(f"{row.cells[column]} has no kind word")
        codes = new_codes(row)
        _known(row, codes, sources.units)
        if len(set(codes)) != len(codes):
            raise row.error("a unit is named twice")


def _check_region(sources: Sources) -> None:
    for row in sources.districts.values():
        _code(row, "old_code", 3)
        row.text("old_name_vi", 60)
        point(row, "centroid_lat", "centroid_lon")
    for code, row in sources.region_communes.items():
        _known(row, [code], sources.old_communes)
        _known(row, [row.text("old_district_code")], sources.districts)
        point(row, "centroid_lat", "centroid_lon")
        twin = sources.old_communes[code]
        ours = (row.text("old_name_vi"), row.text("old_district_vi"), row.text("new_code"))
        if ours != (twin.cells["old_commune_vi"], twin.cells["old_district_vi"], twin.cells["new_code"]):
            raise row.error(f"differs from {twin.file}, row {twin.number}")


def _check_dated_names(sources: Sources) -> None:
    today = {("unit", code): row.cells["name_vi"] for code, row in sources.units.items()}
    today |= {
        ("province", row.cells["province_code"]): row.cells["province_vi"] for row in sources.units.values()
    }
    last: dict[tuple[str, str], Row] = {}
    for row in sources.dated_names:
        which = (row.choice("level", {"unit", "province"}), row.text("code"))
        if which not in today:
            raise row.error(f"there is no {which[0]} {which[1]}")
        if row.cells["valid_to"]:
            row.day("valid_to")
        elif row.text("name", 80) != today[which]:
            raise row.error(f"the name of today is {today[which]} in the file of units")
        row.text("source", 200)
        before = last.get(which)
        if before and (
            not before.cells["valid_to"]
            or before.day("valid_to") + timedelta(days=1) != row.day("valid_from")
        ):
            raise row.error(f"does not follow upon row {before.number}")
        last[which] = row
    for row in last.values():
        if row.cells["valid_to"]:
            raise row.error("the last name must be open")


def _check_aliases(sources: Sources) -> None:
    provinces = {row.cells["province_code"] for row in sources.units.values()}
    known = {"unit": sources.units, "old_commune": sources.old_communes, "province": provinces}
    for row in sources.aliases:
        row.text("name", 80)
        _known(row, [row.text("code")], known[row.choice("target", known)])


def _code(row: Row, column: str, digits: int) -> str:
    code = row.text(column)
    if not (code.isascii() and code.isdigit() and len(code) == digits):
        raise row.error(f"{column} is {code!r}, not {digits} digits")
    return code


def _known(row: Row, codes: Iterable[str], known: Iterable[str]) -> None:
    for code in codes:
        if code not in known:
            raise row.error(f"code {code} is not in the other file")
