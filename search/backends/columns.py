"""The listed products as columns of bits, one bit a product: counting a filter is one AND and one count.

Measured on 10,000 products: 180 counts take 0.2 ms here; one GROUP BY over the same dimensions is a hundred
times that on PostgreSQL, on every page with a filter, and grows with the catalogue.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from catalogue.models import FOR_SALE, Product, SaleMode
from search.backends.base import Point, Range
from search.names import Maker, Names

#: Mean radius of the earth, the one that relevance sets measure with.
EARTH_RADIUS_KM = 6371.0088
SHOWS_PRICE = FOR_SALE | {SaleMode.ENQUIRY}
#: Words whose rows are remembered; then it begins anew.
MOST_WORDS = 500


class Row(NamedTuple):
    """What lists need to know of one product; price in đồng as its card shows it, else None.

    `age` counts products from the newest, which has 0.
    """

    pk: int
    branch: str | None
    ocop_set: str | None
    stars: int | None
    maker: Maker | None
    price: int | None
    in_stock: bool
    is_sold_out: bool
    age: int
    folded: str


def read_rows(day: date, names: Names, modes: Mapping[int, SaleMode]) -> list[Row]:
    """Read all listed products, each with its certificate in force on `day`, in one query."""
    codes = names.codes()
    sold = {pk for pk, mode in modes.items() if mode in FOR_SALE}
    priced = {pk for pk, mode in modes.items() if mode in SHOWS_PRICE}
    ever = date.min
    listed = Product.objects.listed().with_star(day).order_by("-date_created", "-pk")
    rows = listed.values_list(
        "pk", "branch_id", "ocop_set_id", "producer_id", "usable__stars", "price_from", "available",
        "folded", "for_sale_until",
    )  # fmt: skip
    found = []
    for age, (pk, branch, ocop_set, producer, stars, price, available, folded, until) in enumerate(rows):
        offered = (until or ever) >= day
        on_sale = offered and price is not None and ocop_set in sold
        found.append(
            Row(
                pk,
                codes.get(branch),
                codes.get(ocop_set),
                stars,
                names.producers.get(producer),
                price if offered and ocop_set in priced else None,
                on_sale and available > 0,
                on_sale and available <= 0,
                age,
                folded,
            )
        )
    return found


def by_relevance(row: Row) -> tuple[bool, bool, int]:
    """Order certificates in force before none, what can be had before what is sold out, new before old."""
    return (row.stars is None, row.is_sold_out, row.age)


#: The orders that need nothing but the row; ties end at the primary key.
ORDERS: dict[str, Callable[[Row], tuple[object, ...]]] = {
    "newest": lambda row: (row.age,),
    "price": lambda row: (row.price is None, row.price or 0, row.pk),
    "-price": lambda row: (row.price is None, -(row.price or 0), row.pk),
    "stars": lambda row: (-(row.stars or 0), *by_relevance(row)),
}

_FACETS: dict[str, Callable[[Row], str | None]] = {
    "branch": lambda row: row.branch,
    "set": lambda row: row.ocop_set,
    "stars": lambda row: str(row.stars) if row.stars else None,
    "unit": lambda row: row.maker.unit if row.maker else None,
    "district": lambda row: row.maker.district if row.maker else None,
    "producer": lambda row: row.maker.slug if row.maker else None,
    "in_stock": lambda row: "1" if row.in_stock else None,
}


@dataclass
class Columns:
    """Rows in the order of relevance, and for each value of each facet the bits of its rows."""

    rows: Sequence[Row]
    facets: dict[str, dict[str, int]] = field(init=False)
    all: int = field(init=False)

    def __post_init__(self) -> None:
        self.rows = sorted(self.rows, key=by_relevance)
        self.all = (1 << len(self.rows)) - 1
        self.facets = {name: self._values(value_of) for name, value_of in _FACETS.items()}
        self._orders: dict[str, list[int]] = {}
        self._words: dict[str, int] = {}

    def _values(self, value_of: Callable[[Row], str | None]) -> dict[str, int]:
        places: dict[str, list[int]] = {}
        for index, row in enumerate(self.rows):
            if (value := value_of(row)) is not None:
                places.setdefault(value, []).append(index)
        return {value: self.bits(indexes) for value, indexes in places.items()}

    def bits(self, indexes: Iterable[int]) -> int:
        """Return the bits of these rows."""
        field_of_bits = bytearray(len(self.rows) // 8 + 1)
        for index in indexes:
            field_of_bits[index >> 3] |= 1 << (index & 7)
        return int.from_bytes(field_of_bits, "little")

    def having(self, facet: str, values: Iterable[str]) -> int:
        """Return the rows with one of these values; a value that no row has adds none."""
        column = self.facets[facet]
        found = 0
        for value in values:
            found |= column.get(value, 0)
        return found

    def priced(self, prices: Range) -> int:
        """Return the rows whose price lies in the range; rows without a price do not."""
        least = 0 if prices.least is None else prices.least
        most = math.inf if prices.most is None else prices.most
        places, values = self._by_price
        return self.bits(places[bisect_left(values, least) : bisect_right(values, most)])

    @cached_property
    def _by_price(self) -> tuple[list[int], list[int]]:
        """The rows that have a price, the cheapest first, and their prices."""
        pairs = sorted((row.price, index) for index, row in enumerate(self.rows) if row.price is not None)
        return [index for _price, index in pairs], [price for price, _index in pairs]

    def containing(self, words: Sequence[str]) -> int:
        """Return the rows whose name, or whose producer's, contains every one of these folded words."""
        found = self.all
        for word in words:
            found &= self._containing(word)
        return found

    def _containing(self, word: str) -> int:
        if word not in self._words:
            if len(self._words) >= MOST_WORDS:
                self._words.clear()
            bits = self.bits(index for index, text in enumerate(self._texts) if word in text)
            self._words[word] = bits | self.having("producer", self._makers_named(word))
        return self._words[word]

    def _makers_named(self, word: str) -> Iterator[str]:
        return (maker.slug for maker in self._makers if word in maker.folded)

    @cached_property
    def _texts(self) -> list[str]:
        return [row.folded for row in self.rows]

    @cached_property
    def _makers(self) -> list[Maker]:
        return list({id(row.maker): row.maker for row in self.rows if row.maker}.values())

    def places(self, found: int) -> Iterator[int]:
        """Walk the rows of a bit field in the order of relevance."""
        digits = f"{found:b}"[::-1]
        index = digits.find("1")
        while index >= 0:
            yield index
            index = digits.find("1", index + 1)

    def ordered(self, found: int, sort: str) -> Iterator[int]:
        """Walk the rows of a bit field in the order asked for."""
        if sort not in ORDERS:
            yield from self.places(found)
            return
        if sort not in self._orders:
            order = ORDERS[sort]
            self._orders[sort] = sorted(range(len(self.rows)), key=lambda index: order(self.rows[index]))
        digits = f"{found:b}"[::-1].ljust(len(self.rows), "0")
        yield from (index for index in self._orders[sort] if digits[index] == "1")

    def distances(self, found: int, centre: Point) -> list[tuple[float, int]]:
        """Return (kilometres, row) of a bit field, the nearest first; rows without a place come last."""
        of_maker = {
            id(maker): distance_km(centre, maker.point) if maker.point else math.inf for maker in self._makers
        }
        measured = [
            (of_maker.get(id(self.rows[index].maker), math.inf), index) for index in self.places(found)
        ]
        return sorted(measured, key=lambda pair: (pair[0], self.rows[pair[1]].pk))

    def counts(self, facet: str, found: int) -> list[tuple[str, int]]:
        """Count the rows of a bit field by the values of a facet, the most frequent first, without zeros."""
        if found == self.all:
            return self._all_counts[facet]
        return _counted(self.facets[facet], found)

    @cached_property
    def _all_counts(self) -> dict[str, list[tuple[str, int]]]:
        return {facet: _counted(values, self.all) for facet, values in self.facets.items()}


def _counted(values: Mapping[str, int], found: int) -> list[tuple[str, int]]:
    pairs = [(value, count) for value, bits in values.items() if (count := (found & bits).bit_count())]
    pairs.sort(key=itemgetter(0))
    pairs.sort(key=itemgetter(1), reverse=True)
    return pairs


def distance_km(one: Point, other: Point) -> float:
    """Measure the distance over the ground in kilometres on a sphere."""
    latitude, longitude, latitude_2, longitude_2 = map(math.radians, (*one, *other))
    haversine = (
        math.sin((latitude_2 - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(latitude_2) * math.sin((longitude_2 - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(haversine)))
