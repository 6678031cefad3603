"""Questions to the register of units: finding one by any name it goes or went by."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from core.vietnamese import fold, strip_marks

from .models import District, LookupName, OldCommune, Region, Succession, Unit
from .names import key, spelling, split_name, split_typed, typed_keys, without_kinds

#: Longer text is no name; the longest address of the country is far shorter.
_MAX_CHARACTERS = 120
_MAX_WORDS = 16
_MAX_PARTS = 4
#: Rows read of one name (Tân Thành has the most, 78) and of one beginning, whose first are enough.
_MAX_EQUAL = 300
_MAX_BEGINNING = 100
_BEGINS = 4

#: "Q1", "p.12": the kind word and the number are two words.
_GLUED_NUMBER = re.compile(r"\b([pq])\.?(?=\d)", re.IGNORECASE)

_Role = LookupName.Role


@dataclass
class UnitMatch:
    """A unit that was found, and why.

    Attributes:
        unit: The unit of today, its `province` loaded.
        former: The old communes whose name matched, in the order of their names; may be empty.
        former_area: The old district or province whose name matched, "Huyện Bù Đăng", if nothing closer did.
        earlier_name: The unit's name before it changed, "Xã Lộc Ninh", if that matched best.
        divided: An old commune that matched went to several units: a suggestion to confirm.
    """

    unit: Unit
    former: list[OldCommune] = field(default_factory=list)
    former_area: str = ""
    earlier_name: str = ""
    divided: bool = False


@dataclass(frozen=True)
class _Hit:
    """A row that matched; its quality is 0 to 3 for the whole name, 4 and 5 for its beginning."""

    quality: int
    row: LookupName

    @property
    def whole(self) -> bool:
        return self.quality < _BEGINS

    @property
    def order(self) -> tuple[int, int, int, str, int]:
        row = self.row
        # A former commune of the region is meant more often here than a namesake elsewhere; a mere beginning
        # is better served by the names of today. Rows were written so that of a divided commune the unit that
        # took most comes first.
        nearness = (not row.of_region, row.role) if self.whole else (row.role, not row.of_region)
        return (self.quality, *nearness, row.folded, row.pk)


def find_units(text: str, limit: int = 10, province: str | None = None) -> list[UnitMatch]:
    """Find units by a name of today or of before 1/7/2025, with or without marks and kind word.

    The areas around it may follow, old or new: "Bình Minh, Bù Đăng", "xa binh minh huyen bu dang". The same
    spelling comes first, then the same letters without marks, then names that begin so; of equals, units of
    our region before others, today's names before former ones. Any text is allowed; odd text finds nothing.

    Args:
        text: What somebody typed.
        limit: The most units to return.
        province: The code of a province of today, to look only there.
    """
    names = LookupName.objects.all()
    if province is not None:
        names = names.filter(province_id=province)
    text = _GLUED_NUMBER.sub(r"\1 ", text[:_MAX_CHARACTERS])
    hits = _hits_of(names, text, limit) or _hits_of_address(names, text)
    return _matches(sorted(hits, key=lambda hit: hit.order), limit)


def old_communes_named(name: str, district: str = "", province: str = "") -> list[OldCommune]:
    """Return the communes of before 1/7/2025 of that name, marks and kind words optional.

    Those spelled alike push out the others (Lộc Thành, Lộc Thạnh). `district` and `province` are names of
    before 1/7/2025 and narrow the result; several may remain.
    """
    rows = [
        row
        for row in OldCommune.objects.filter(folded__in=typed_keys(fold(name)))
        if (not district or key(row.district_name) in typed_keys(fold(district)))
        and (not province or key(row.province_name) in typed_keys(fold(province)))
    ]
    best = min((_quality(row, name) for row in rows), default=0)
    return [row for row in rows if _quality(row, name) == best]


def find_district(name: str) -> District | None:
    """Return the region's former district of that name, "bù đăng" or "Huyện Bù Đăng"."""
    return District.objects.filter(folded__in=typed_keys(fold(name))).first()


def find_region(name: str) -> Region | None:
    """Return the region of that name, "Bình Phước" or "tỉnh Bình Phước"."""
    return Region.objects.filter(folded__in=typed_keys(fold(name))).first()


def _hits_of(names: QuerySet[LookupName], text: str, limit: int) -> list[_Hit]:
    """Find rows whose name is the text, and if these are too few, rows whose name begins with it."""
    folded = fold(text)
    if not folded:
        return []
    typed = typed_keys(folded)
    hits = [_Hit(_quality(row, text), row) for row in names.filter(folded__in=typed)[:_MAX_EQUAL]]
    if len({hit.row.unit_id for hit in hits}) < limit:
        begun = names.filter(folded__prefix=typed[-1]).exclude(folded__in=typed)
        rows = begun.order_by("role", "-of_region", "folded")[:_MAX_BEGINNING]
        hits += [_Hit(_BEGINS + (not _begins_alike(row, text)), row) for row in rows]
    return hits


def _quality(row: LookupName | OldCommune, text: str) -> int:
    """Rank a row whose folded name is the text's: 0 or 1 if spelled alike, else 2 or 3.

    The odd ones bear another kind word than the one that was typed.
    """
    kind, rest = split_typed(fold(text))
    fits = not kind or row.folded != rest or kind == fold(split_name(row.name).kind)
    spelled = spelling(split_name(row.name).bare).split()
    alike = spelling(text).split()[-len(spelled) :] == spelled
    return (0 if alike else 2) + (0 if fits else 1)


def _begins_alike(row: LookupName, text: str) -> bool:
    """Tell whether the name begins with the text as it was typed; without marks anything does."""
    if strip_marks(text) == text:
        return True
    typed = unicodedata.normalize("NFC", split_name(text.strip()).bare.lower())
    return split_name(row.name).bare.lower().startswith(typed)


def _hits_of_address(names: QuerySet[LookupName], text: str) -> list[_Hit]:
    """Find rows by the first words of the text, the rest being areas around them.

    In "thôn 3, xã Bình Minh, huyện Bù Đăng" the first part is none of our names, so the next is tried.
    """
    parts = [part for part in re.split(r"[,;\n]", text) if fold(part)][:_MAX_PARTS]
    for start in range(len(parts)):
        splits = list(_splits(parts[start:]))
        wanted = {name for head, _ in splits for name in typed_keys(fold(head))}
        rows = list(names.filter(folded__in=wanted)[:_MAX_EQUAL])
        for head, rest in splits:  # the longest name that fits is the one meant
            equal = typed_keys(fold(head))
            hits = [
                _Hit(_quality(row, head), row) for row in rows if row.folded in equal and _lies_in(row, rest)
            ]
            if hits:
                return hits
    return []


def _splits(parts: list[str]) -> Iterator[tuple[str, str]]:
    """List the ways to part an address into a name and the folded rest, the longest name first."""
    words = parts[0].split()[:_MAX_WORDS]
    for count in range(len(words), 0, -1):
        yield " ".join(words[:count]), fold(" ".join([*words[count:], *parts[1:]]))


def _lies_in(row: LookupName, rest: str) -> bool:
    """Tell whether `rest` names only areas around the unit; the last of them may still be unfinished."""
    areas = row.areas.split("|")
    text = f" {rest} "
    for area in sorted(areas, key=len, reverse=True):
        text = text.replace(f" {area} ", " ")
    left = without_kinds(text.strip())
    return not left or any(area.startswith(left) for area in areas)


def _matches(hits: Iterable[_Hit], limit: int) -> list[UnitMatch]:
    """Join the hits of one unit into one match, in the order of the best of them."""
    by_unit: dict[str, list[_Hit]] = {}
    for hit in hits:
        if hit.row.unit_id in by_unit or len(by_unit) < limit:
            by_unit.setdefault(hit.row.unit_id, []).append(hit)
    units = Unit.objects.select_related("province").in_bulk(by_unit)
    wanted = {hit.row.old_commune_id for found in by_unit.values() for hit in found if hit.row.old_commune_id}
    former = OldCommune.objects.in_bulk(wanted)
    seconds = Succession.objects.filter(old_commune__in=former, rank=1)
    divided = set(seconds.values_list("old_commune_id", flat=True)) if former else set()
    return [_match(units[code], found, former, divided) for code, found in by_unit.items()]


def _match(unit: Unit, hits: list[_Hit], former: dict[str, OldCommune], divided: set[str]) -> UnitMatch:
    closest = hits[0]
    match = UnitMatch(unit)
    # A name of today that begins so explains itself; what else of the unit begins so would only distract.
    if closest.whole or closest.row.role > _Role.EARLIER:
        codes = [
            hit.row.old_commune_id for hit in hits if hit.row.old_commune_id and hit.whole == closest.whole
        ]
        match.former = [former[code] for code in dict.fromkeys(codes)]
    match.divided = any(old.code in divided for old in match.former)
    if closest.row.role == _Role.EARLIER:
        match.earlier_name = closest.row.name
    if closest.row.role in (_Role.DISTRICT, _Role.REGION) and not match.former:
        match.former_area = closest.row.name
    return match
