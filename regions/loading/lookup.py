"""The table of look-up names, made from the other rows of this room."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..models import LookupName, OldCommune, Succession, Unit, UnitName
from ..names import key, keys


class LookupNames:
    """Collects what is known about each unit and then lists all the names by which it is found."""

    def __init__(
        self,
        *,
        units: Iterable[Unit],
        old_communes: Iterable[OldCommune],
        successions: Iterable[Succession],
        province_aliases: dict[str, list[str]],
        region_name: str,
        region_units: set[str],
    ) -> None:
        self.units = {unit.code: unit for unit in units}
        self.region_name = region_name
        self.region_units = region_units
        self.province_aliases = province_aliases
        self.successors: dict[str, list[str]] = defaultdict(list)
        self.parts: dict[str, list[OldCommune]] = defaultdict(list)
        self.old_communes = {old.code: old for old in old_communes}
        for succession in successions:
            self.successors[succession.old_commune_id].append(succession.unit_id)
            self.parts[succession.unit_id].append(self.old_communes[succession.old_commune_id])

    def rows(
        self,
        earlier: Iterable[UnitName],
        unit_aliases: dict[str, list[str]],
        old_aliases: dict[str, list[str]],
    ) -> Iterator[LookupName]:
        """List the rows of the table; aliases are other spellings by code."""
        for unit in self.units.values():
            for name in [unit.name, *unit_aliases.get(unit.code, [])]:
                yield from self._named(name, LookupName.Role.OWN, unit)
        for dated in earlier:
            if dated.name != self.units[dated.unit_id].name:
                yield from self._named(dated.name, LookupName.Role.EARLIER, self.units[dated.unit_id])
        for old in self.old_communes.values():
            for name in [old.name, *old_aliases.get(old.code, [])]:
                for code in self.successors[old.code]:
                    yield from self._named(name, LookupName.Role.OLD_COMMUNE, self.units[code], old)
        for name, code in self._districts():
            yield from self._named(name, LookupName.Role.DISTRICT, self.units[code])
        for code in sorted(self.region_units):
            yield from self._named(self.region_name, LookupName.Role.REGION, self.units[code])

    def _districts(self) -> list[tuple[str, str]]:
        """List each former district of the country with each unit that took over a part of it."""
        pairs = {
            (old.district_name, old.province_name, code)
            for old in self.old_communes.values()
            for code in self.successors[old.code]
        }
        return [(district, code) for district, _, code in sorted(pairs)]

    def _named(
        self, name: str, role: LookupName.Role, unit: Unit, old: OldCommune | None = None
    ) -> Iterator[LookupName]:
        for folded in keys(name):
            yield LookupName(
                folded=folded,
                name=name,
                role=role,
                unit=unit,
                province_id=unit.province_id,
                old_commune=old,
                of_region=unit.code in self.region_units,
                areas=self._areas(unit, [old] if old else self.parts[unit.code]),
            )

    def _areas(self, unit: Unit, parts: list[OldCommune]) -> str:
        names = [unit.province.name, *self.province_aliases.get(unit.province_id, [])]
        for old in parts:
            names += [old.district_name, old.province_name]
        return "|".join(dict.fromkeys(key(name) for name in names))
