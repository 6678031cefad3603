"""The filters beside the list, as its templates read them: groups of boxes with counts, chips, kinds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.money import vnd
from search.names import STARS, Names, Words
from search.parameters import ANY_PRICE, CHOICES, TITLES, ListQuery

#: Boxes of a group that stand open; chosen ones are always among them.
OPEN_OPTIONS = 8
#: Beyond these a group is a list nobody reads; the search box finds the rest.
MOST_OPTIONS = 40
#: Facets that a request counts.
COUNTED = (*CHOICES, "in_stock")

Counts = Mapping[str, Sequence[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One box; `stars` where stars are drawn before the words."""

    value: str
    label: str
    count: int
    is_chosen: bool
    stars: int | None = None


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One group of boxes, or the two fields of the price in đồng; hashable, so that its HTML is kept."""

    name: str
    title: str
    kind: str = "check"
    note: str = ""
    options: tuple[FacetOption, ...] = ()
    more_options: tuple[FacetOption, ...] = ()
    value_from: int | None = None
    value_to: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A link to a branch or set beside the list; `level` 1 is indented."""

    title: str
    url: str
    count: int
    is_current: bool
    level: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter; its address is the list without it."""

    label: str
    remove_url: str
    #: The parameter and, of a repeated one, the value it drops.
    name: str
    value: str | None = None


class Labels:
    """The words of filters' values in the active language."""

    def __init__(self, names: Names, places: Mapping[str, Mapping[str, Words]]) -> None:
        self._of: dict[str, Callable[[str], str]] = {
            "branch": lambda value: names.branches[value].label,
            "set": lambda value: names.sets[value].label,
            "stars": star_words,
            "unit": lambda value: str({**places.get("unit", {}), **names.units}[value]),
            "district": lambda value: str({**places.get("district", {}), **names.districts}[value]),
            "producer": lambda value: str(names.producer_names[value]),
            "in_stock": lambda _value: str(TITLES["in_stock"]),
        }

    def of(self, name: str, value: str) -> str:
        """Return the words of one value."""
        return self._of[name](value)


def star_words(value: str) -> str:
    """Return "4 stars"."""
    stars = int(value)
    return ngettext("%(stars)s star", "%(stars)s stars", stars) % {"stars": stars}


def price_words(query: ListQuery, language: str) -> str:
    """Return the chosen range of prices in words."""
    least, most = query.price
    if least is not None and most is not None:
        return f"{vnd(least, language)} – {vnd(most, language)}"
    if least is not None:
        return _("from %(price)s") % {"price": vnd(least, language)}
    return _("up to %(price)s") % {"price": vnd(most or 0, language)}


def chips_of(query: ListQuery, path: str, labels: Labels, language: str) -> list[Chip]:
    """Return one chip for every chosen filter, in the order of the groups; the search words come first."""
    chips = []

    def add(label: str, name: str, value: str | None = None) -> None:
        chips.append(Chip(label, query.without(name, value).address(path), name, value))

    if query.text:
        add(f"“{query.text}”", "q")
    for name in ("stars", "branch", "set", "unit", "district", "producer"):
        for value in query.choices.get(name, ()):
            add(labels.of(name, value), name, value)
    if query.in_stock:
        add(str(TITLES["in_stock"]), "in_stock")
    if query.price != ANY_PRICE:
        add(price_words(query, language), "price")
    if query.near:
        add(_("Near %(place)s") % {"place": f"{query.near.latitude:.3f}; {query.near.longitude:.3f}"}, "near")
    return chips


def groups_of(
    query: ListQuery, counts: Counts, labels: Labels, offered: Mapping[str, Sequence[str]]
) -> list[FacetGroup]:
    """Return the groups to show, in their order.

    Args:
        query: What is chosen.
        counts: Of every facet, each without its own choice.
        labels: Words of the values.
        offered: The choices that this list offers, each with the values that stay in place even with no
            product; price, stars and stock are always offered.
    """
    groups = {
        "stars": FacetGroup(
            "stars",
            str(TITLES["stars"]),
            "stars",
            # The register counts certificates in granted grace as in force, so we say so.
            note=_("Certificates under review that may still be used are counted too."),
            options=_stars(query, dict(counts["stars"]), labels),
        ),
        "in_stock": FacetGroup(
            "in_stock", _("Stock"), options=(_in_stock(query, dict(counts["in_stock"]), labels),)
        ),
        "price": FacetGroup(
            "price", _("Price (₫)"), "price", value_from=query.price.least, value_to=query.price.most
        ),
    }
    for name, always in offered.items():
        options = _options(name, query, counts[name], labels, always)
        # One value that everything has is no choice.
        if len(options) > 1 or query.choices.get(name):
            standing = [option for i, option in enumerate(options) if i < OPEN_OPTIONS or option.is_chosen]
            folded = [
                option for i, option in enumerate(options) if i >= OPEN_OPTIONS and not option.is_chosen
            ]
            groups[name] = FacetGroup(
                name, str(TITLES[name]), options=tuple(standing), more_options=tuple(folded)
            )
    order = ("stars", "branch", "set", "in_stock", "price", "unit", "district", "producer")
    return [groups[name] for name in order if name in groups]


def _stars(query: ListQuery, counts: dict[str, int], labels: Labels) -> tuple[FacetOption, ...]:
    chosen = query.choices.get("stars", ())
    return tuple(
        FacetOption(value, labels.of("stars", value), counts.get(value, 0), value in chosen, int(value))
        for value in STARS
    )


def _in_stock(query: ListQuery, counts: dict[str, int], labels: Labels) -> FacetOption:
    return FacetOption("1", labels.of("in_stock", "1"), counts.get("1", 0), query.in_stock)


def _options(
    name: str, query: ListQuery, counts: Sequence[tuple[str, int]], labels: Labels, always: Sequence[str]
) -> list[FacetOption]:
    """Return the boxes of a repeatable filter: those that stay in place, else the most frequent first."""
    chosen = query.choices.get(name, ())
    found = dict(counts)
    values = always or list(found)[:MOST_OPTIONS]
    values = [*values, *(value for value in chosen if value not in values)]
    return [
        FacetOption(value, labels.of(name, value), found.get(value, 0), value in chosen) for value in values
    ]
