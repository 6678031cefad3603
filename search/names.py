"""What each filter of the product list can be, in the words of both languages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import get_language

from catalogue.models import Category
from producers.models import Partner
from regions.models import District, Unit
from regions.words import name_words
from search.backends.base import Point

STARS = ("5", "4", "3")


@dataclass(frozen=True, slots=True)
class Words:
    """A name in both languages; as text it is the one of the active language."""

    vi: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "vi").startswith("en") else self.vi

    @classmethod
    def of_unit(cls, name: str, province: str = "") -> "Words":
        """Return how a full name of any level stands in a list, "xã Bù Đăng", its province behind it."""
        vi, en = (
            ", ".join(name_words(full, language) for full in (name, province) if full)
            for language in ("vi", "en")
        )
        return cls(vi[:1].upper() + vi[1:], en)


@dataclass(frozen=True, slots=True)
class Maker:
    """What lists need to know of a public producer."""

    slug: str
    name: str
    folded: str
    unit: str | None
    district: str | None
    point: Point | None


@dataclass(frozen=True, slots=True)
class Names:
    """All filters' values that occur or may be asked for.

    Attributes:
        branches: By code, "I" to "VI", in the order of the decision.
        sets: By number as text, in the order of the decision.
        units: By code: today's communes that have a public producer.
        districts: By code: former districts that have one.
        producers: Public ones, by primary key.
        producer_names: By slug.
    """

    branches: dict[str, Category]
    sets: dict[str, Category]
    units: dict[str, Words]
    districts: dict[str, Words]
    producers: dict[int, Maker]
    producer_names: dict[str, Words] = field(default_factory=dict)

    def codes(self) -> dict[int, str]:
        """Return the codes of branches and sets by primary key."""
        categories = {**self.branches, **self.sets}
        return {category.pk: code for code, category in categories.items()}

    def branch_of(self, ocop_set: Category) -> Category:
        """Return the branch above a set."""
        return next(branch for branch in self.branches.values() if ocop_set.path.startswith(branch.path))

    def sets_of(self, branch: Category) -> list[Category]:
        """Return the sets of a branch, in the order of the decision."""
        return [ocop_set for ocop_set in self.sets.values() if ocop_set.path.startswith(branch.path)]


def read_names() -> Names:
    """Read the names in two queries."""
    categories = list(Category.objects.exclude(code="").order_by("path"))
    rows = list(
        Partner.objects.public().values_list(
            "pk", "slug", "name", "folded", "latitude", "longitude", "unit_id", "unit__name",
            "unit__province__name", "unit__latitude", "unit__longitude", "district_id", "district__name",
        )
    )  # fmt: skip
    units: dict[str, tuple[str, str]] = {}
    districts: dict[str, Words] = {}
    producers = {}
    for pk, slug, name, folded, latitude, longitude, unit, unit_name, province, *rest in rows:
        unit_latitude, unit_longitude, district, district_name = rest
        if unit is not None:
            units[unit] = (unit_name, province)
        if district is not None:
            districts[district] = Words.of_unit(district_name)
        point = _point(latitude, longitude) or _point(unit_latitude, unit_longitude)
        producers[pk] = Maker(slug, name, folded, unit, district, point)
    return Names(
        branches={category.code: category for category in categories if category.depth == 1},
        sets={category.code: category for category in categories if category.depth == 2},
        units=_unit_words(units),
        districts=districts,
        producers=producers,
        producer_names={maker.slug: Words(maker.name, maker.name) for maker in producers.values()},
    )


def other_units(codes: Iterable[str]) -> dict[str, Words]:
    """Return those of the codes that are units of the country without a producer here."""
    return {unit.pk: Words.of_unit(unit.name) for unit in Unit.objects.filter(pk__in=list(codes))}


def other_districts(codes: Iterable[str]) -> dict[str, Words]:
    """Return those of the codes that are former districts without a producer here."""
    found = District.objects.filter(pk__in=list(codes))
    return {district.pk: Words.of_unit(district.name) for district in found}


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else Point(latitude, longitude)


def _unit_words(units: dict[str, tuple[str, str]]) -> dict[str, Words]:
    """Add the province to names that occur twice."""
    times = Counter(name for name, _province in units.values())
    return {
        code: Words.of_unit(name, province if times[name] > 1 else "")
        for code, (name, province) in units.items()
    }
