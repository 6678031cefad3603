"""Where the producers of press reports are: names of the file matched with the register of units."""

from dataclasses import dataclass

from core.data_files import Row
from regions.models import District, OldCommune, Unit, UnitName
from regions.names import split_name

#: The file tells of the former province only.
REGION = "binh-phuoc"


@dataclass
class Place:
    """What a report says of a place; what it does not say is None."""

    unit: Unit | None = None
    old_commune: OldCommune | None = None
    district: District | None = None

    def newer(self, later: "Place") -> "Place":
        """Return this place with whatever a later report says."""
        return Place(
            unit=later.unit or self.unit,
            old_commune=later.old_commune or self.old_commune,
            district=later.district or self.district,
        )


class PlaceFinder:
    """Finds units, old communes and districts of the region by the exact name; read once."""

    def __init__(self) -> None:
        region_units = Unit.objects.filter(regions=REGION)
        self._units = {unit.name: unit for unit in region_units}
        # Reports of 2025 use the names of then: "Xã Đồng Phú" is a ward since 30/4/2026.
        for earlier in UnitName.objects.filter(unit__in=region_units).select_related("unit"):
            self._units.setdefault(earlier.name, earlier.unit)
        self._districts = {
            split_name(district.name).bare: district for district in District.objects.filter(region=REGION)
        }
        self._communes: dict[tuple[str, str], list[OldCommune]] = {}
        for commune in OldCommune.objects.filter(district__region=REGION).prefetch_related("successions"):
            key = (commune.district_id or "", split_name(commune.name).bare)
            self._communes.setdefault(key, []).append(commune)

    def place_of(self, row: Row) -> Place:
        """Return the place of one row.

        Raises:
            DataFileError: A name is not in the register, stands for two communes, or names contradict.
        """
        place = Place()
        if name := row.optional("district"):
            place.district = self._districts.get(name)
            if place.district is None:
                raise row.error(f"there is no district {name} in the region")
        if name := row.optional("new_unit_2025"):
            place.unit = self._units.get(name)
            if place.unit is None:
                raise row.error(f"there is no unit {name} in the region")
        if name := row.optional("commune"):
            place.old_commune = self._commune(row, name, place.district)
            heirs = [succession.unit_id for succession in place.old_commune.successions.all()]
            if place.unit is not None and place.unit.pk not in heirs:
                raise row.error(f"{name} did not become {place.unit.name}")
        return place

    def _commune(self, row: Row, name: str, district: District | None) -> OldCommune:
        if district is None:
            raise row.error(f"commune {name} stands without its district")
        found = self._communes.get((district.pk, name), [])
        if len(found) != 1:
            raise row.error(f"{len(found)} communes of {district.name} are called {name}")
        return found[0]
