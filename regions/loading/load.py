"""Writing the checked rows into the tables: all of them or none."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from django.db import connection, models, transaction

from ..models import (
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
from ..names import key
from .lookup import LookupNames
from .sources import DATA_DIR, Sources, new_codes, point, proper_name, read_sources

_Model = TypeVar("_Model", bound=models.Model)

#: The region the site was made for: the former province and what its name was until 30/6/2025.
REGION_CODE = "binh-phuoc"
REGION_NAME = "Bình Phước"
REGION_FULL_NAME = "Tỉnh Bình Phước"


def load_units(progress: Callable[[str], None], folder: Path = DATA_DIR) -> None:
    """Bring the tables in line with the data files; running it again changes nothing.

    Units, old communes and districts are updated in place, since addresses and producers point at them. One
    that a newer file no longer names stays, but is no longer found by its name.

    Args:
        progress: Called with one finished line after each table, for the reader of a long command.
        folder: Where the files lie.

    Raises:
        DataFileError: A file or row is broken; the tables are as they were.
    """
    sources = read_sources(folder)
    with transaction.atomic():
        provinces = _load_provinces(sources)
        units = _load_units(sources, provinces)
        progress(f"{len(provinces)} provinces, {len(units)} communes and wards")
        old_communes = _load_old_communes(sources)
        successions = _load_successions(sources)
        progress(f"{len(old_communes)} former communes, {len(successions)} successions")
        region_units = {row.cells["new_code"] for row in sources.region_communes.values()}
        Region.objects.get(pk=REGION_CODE).units.set(unit for unit in units if unit.code in region_units)
        names = _load_names(sources)
        progress(f"{REGION_NAME}: {len(sources.districts)} former districts, {len(region_units)} units")
        aliases = _aliases(sources)
        lookup = LookupNames(
            units=units,
            old_communes=old_communes,
            successions=successions,
            province_aliases=aliases["province"],
            region_name=REGION_FULL_NAME,
            region_units=region_units,
        )
        rows = list(lookup.rows(names, aliases["unit"], aliases["old_commune"]))
        _replace(LookupName, rows)
        progress(f"{len(rows)} names to look up")
        _count_for_the_planner()


def _count_for_the_planner() -> None:
    """Tell the database how large the tables are now: a look-up by an old name took a minute without."""
    with connection.cursor() as cursor:
        for model in (Province, Unit, OldCommune, Succession, LookupName):
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def _load_provinces(sources: Sources) -> dict[str, Province]:
    names = {row.cells["province_code"]: row.cells["province_vi"] for row in sources.units.values()}
    provinces = {
        code: Province(code=code, name=name, folded=key(name)) for code, name in sorted(names.items())
    }
    _upsert(Province, provinces.values(), ["name", "folded"])
    return provinces


def _load_units(sources: Sources, provinces: dict[str, Province]) -> list[Unit]:
    units = []
    for code, row in sources.units.items():
        latitude, longitude = point(row, "lat", "lon")
        units.append(
            Unit(
                code=code,
                province=provinces[row.cells["province_code"]],
                name=row.cells["name_vi"],
                kind=row.cells["type"],
                folded=key(row.cells["name_vi"]),
                latitude=latitude,
                longitude=longitude,
            )
        )
    _upsert(Unit, units, ["province", "name", "kind", "folded", "latitude", "longitude"])
    return units


def _load_old_communes(sources: Sources) -> list[OldCommune]:
    region, _ = Region.objects.update_or_create(
        code=REGION_CODE, defaults={"name": REGION_NAME, "folded": key(REGION_NAME)}
    )
    districts = []
    for code, row in sources.districts.items():
        name = proper_name(row.cells["old_name_vi"])
        latitude, longitude = point(row, "centroid_lat", "centroid_lon")
        districts.append(
            District(
                code=code,
                region=region,
                name=name,
                folded=key(name),
                latitude=latitude,
                longitude=longitude,
            )
        )
    _upsert(District, districts, ["region", "name", "folded", "latitude", "longitude"])

    old_communes = []
    for code, row in sources.old_communes.items():
        name = proper_name(row.cells["old_commune_vi"])
        ours = sources.region_communes.get(code)
        centre = point(ours, "centroid_lat", "centroid_lon") if ours else None
        old_communes.append(
            OldCommune(
                code=code,
                name=name,
                district_name=proper_name(row.cells["old_district_vi"]),
                province_name=proper_name(row.cells["old_province_vi"]),
                district_id=ours.cells["old_district_code"] if ours else None,
                folded=key(name),
                latitude=centre and centre[0],
                longitude=centre and centre[1],
            )
        )
    _upsert(
        OldCommune,
        old_communes,
        ["name", "district_name", "province_name", "district", "folded", "latitude", "longitude"],
    )
    return old_communes


def _load_successions(sources: Sources) -> list[Succession]:
    return _replace(
        Succession,
        [
            Succession(old_commune_id=old_code, unit_id=code, rank=rank)
            for old_code, row in sources.old_communes.items()
            for rank, code in enumerate(new_codes(row))
        ],
    )


def _load_names(sources: Sources) -> list[UnitName]:
    unit_names, province_names = [], []
    for row in sources.dated_names:
        code, name, source = row.cells["code"], row.cells["name"], row.cells["source"]
        since = row.day("valid_from")
        until = row.day("valid_to") if row.cells["valid_to"] else None
        if row.cells["level"] == "unit":
            unit_names.append(
                UnitName(unit_id=code, name=name, valid_from=since, valid_to=until, source=source)
            )
        else:
            province_names.append(
                ProvinceName(province_id=code, name=name, valid_from=since, valid_to=until, source=source)
            )
    _replace(ProvinceName, province_names)
    return _replace(UnitName, unit_names)


def _aliases(sources: Sources) -> dict[str, dict[str, list[str]]]:
    """Return other spellings by target and code."""
    aliases: dict[str, dict[str, list[str]]] = {
        "unit": defaultdict(list),
        "old_commune": defaultdict(list),
        "province": defaultdict(list),
    }
    for row in sources.aliases:
        aliases[row.cells["target"]][row.cells["code"]].append(row.cells["name"])
    return aliases


def _upsert(model: type[models.Model], rows: Iterable[models.Model], fields: list[str]) -> None:
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=fields
    )


def _replace(model: type[_Model], rows: list[_Model]) -> list[_Model]:
    model._default_manager.all().delete()
    return model._default_manager.bulk_create(rows)
