"""Catalogues and questions of every shape, made up by hypothesis without a database."""

from hypothesis import strategies as st

from search.backends.base import Point, Range, SearchRequest
from search.backends.columns import Row
from search.names import Maker

BRANCHES, SETS, STARS = ("I", "II", "III"), ("1", "7", "14", "26"), ("3", "4", "5")
UNITS, DISTRICTS = ("70001", "70002", "70003"), ("801", "802")
WORDS = ("hat", "dieu", "rang", "muoi", "tieu", "dieu rang", "binh phuoc")
MAKERS = tuple(
    Maker(f"nha-{n}", f"Nhà {n}", folded, unit, district, point)
    for n, (folded, unit, district, point) in enumerate(
        [
            ("nha dieu", "70001", "801", Point(11.5, 106.9)),
            ("hop tac xa binh phuoc", "70001", None, Point(11.5, 106.9)),
            ("ho tieu", "70002", "802", Point(11.8, 107.1)),
            ("nha khong noi", None, None, None),
        ]
    )
)


@st.composite
def rows(draw: st.DrawFn, pk: int, age: int) -> Row:
    price = draw(st.sampled_from([None, 50_000, 50_000, 120_000, 345_000]))
    stock = draw(st.sampled_from(["none", "some", "not for sale"])) if price else "not for sale"
    return Row(
        pk=pk,
        branch=draw(st.sampled_from([*BRANCHES, None])),
        ocop_set=draw(st.sampled_from([*SETS, None])),
        stars=draw(st.sampled_from([3, 4, 5, None])),
        maker=draw(st.sampled_from([*MAKERS, None])),
        price=price,
        in_stock=stock == "some",
        is_sold_out=stock == "none",
        age=age,
        folded=" ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))),
    )


@st.composite
def catalogues(draw: st.DrawFn, most: int = 40) -> list[Row]:
    keys = draw(st.permutations(range(1, draw(st.integers(0, most)) + 1)))
    return [draw(rows(pk, age)) for age, pk in enumerate(keys)]


def _chosen(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from([*values, "unknown"]), min_size=1, max_size=3)


def requests() -> st.SearchStrategy[SearchRequest]:
    filters = st.fixed_dictionaries(
        {},
        optional={
            "branch": _chosen(BRANCHES),
            "set": _chosen(SETS),
            "stars": _chosen(STARS),
            "unit": _chosen(UNITS),
            "district": _chosen(DISTRICTS),
            "producer": _chosen(tuple(maker.slug for maker in MAKERS)),
            "in_stock": st.just(frozenset({"1"})),
        },
    )
    ends = st.sampled_from([None, 0, 50_000, 100_000, 345_000])
    return st.builds(
        SearchRequest,
        text=st.sampled_from(["", "", "hạt", "Điều rang", "binh  PHƯỚC", "dieu nha", "!!!", "xyz", "die'u"]),
        filters=filters,
        ranges=st.fixed_dictionaries({}, optional={"price": st.builds(Range, ends, ends)}),
        geo=st.just(Point(11.53, 106.9)),
        sort=st.sampled_from(["relevance", "newest", "price", "-price", "stars", "near"]),
        size=st.integers(1, 12),
        facets=st.just(("branch", "set", "stars", "unit", "district", "producer", "in_stock")),
    )
