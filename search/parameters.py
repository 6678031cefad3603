"""The parameters of the product list (contract §3), and the addresses they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from search.backends.base import Point, Range

#: Parameters that may be repeated: one of these values.
CHOICES = ("branch", "set", "stars", "unit", "district", "producer")
#: Parameters of which one value counts.
SINGLE = ("q", "price_from", "price_to", "in_stock", "sort", "near", "page")
PARAMETERS = frozenset(CHOICES + SINGLE)

TITLES: dict[str, str | Promise] = {
    "q": gettext_lazy("Search"),
    "branch": gettext_lazy("Branch"),
    "set": gettext_lazy("Product set"),
    "stars": gettext_lazy("OCOP stars in force"),
    "unit": gettext_lazy("Where it is made"),
    "district": gettext_lazy("Former district"),
    "producer": gettext_lazy("Maker"),
    "price_from": gettext_lazy("Price from"),
    "price_to": gettext_lazy("Price to"),
    "in_stock": gettext_lazy("In stock"),
    "sort": gettext_lazy("Sort by"),
    "near": gettext_lazy("Near a place"),
    "page": gettext_lazy("Page"),
}
SORTS: dict[str, str | Promise] = {
    "relevance": gettext_lazy("Best match"),
    "newest": gettext_lazy("Newest"),
    "price": gettext_lazy("Price, low to high"),
    "-price": gettext_lazy("Price, high to low"),
    "stars": gettext_lazy("Most stars"),
    "near": gettext_lazy("Nearest"),
}


#: No limit at either end.
ANY_PRICE = Range()


@dataclass(frozen=True)
class ListQuery:
    """What a list is asked for; prices in đồng, both included."""

    text: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    price: Range = ANY_PRICE
    in_stock: bool = False
    sort: str = ""
    near: Point | None = None
    page: int = 1

    @property
    def order(self) -> str:
        """The order in use: what was asked for, else the nearest first where a place is given."""
        return self.sort or ("near" if self.near else "relevance")

    def without(self, name: str, value: str | None = None) -> "ListQuery":
        """Return the query without a parameter, or one value of it, from its first page."""
        first = replace(self, page=1)
        if name in CHOICES:
            rest = tuple(v for v in self.choices.get(name, ()) if value is not None and v != value)
            choices = {key: values for key, values in self.choices.items() if key != name}
            return replace(first, choices={**choices, name: rest} if rest else choices)
        if name == "near":
            return replace(first, near=None, sort="" if self.sort == "near" else self.sort)
        empty: dict[str, ListQuery] = {
            "q": replace(first, text=""),
            "price": replace(first, price=ANY_PRICE),
            "in_stock": replace(first, in_stock=False),
        }
        return empty[name]

    def on_page(self, number: int) -> "ListQuery":
        """Return the same list on another page."""
        return replace(self, page=number)

    def pairs(self) -> list[tuple[str, str]]:
        """Return what an address must say, sorted, so that one list has one address."""
        pairs = [(name, value) for name, values in self.choices.items() for value in values]
        single = {
            "q": self.text,
            "price_from": "" if self.price.least is None else str(self.price.least),
            "price_to": "" if self.price.most is None else str(self.price.most),
            "in_stock": "1" if self.in_stock else "",
            "sort": self.sort,
            "near": "" if self.near is None else f"{self.near.latitude:g},{self.near.longitude:g}",
            "page": "" if self.page == 1 else str(self.page),
        }
        return sorted([*pairs, *((name, value) for name, value in single.items() if value)])

    @property
    def encoded(self) -> str:
        """What an address must say, as it stands behind its question mark."""
        return urlencode(self.pairs())

    def address(self, path: str) -> str:
        """Return the address of this list below `path`."""
        return f"{path}?{self.encoded}" if self.encoded else path
