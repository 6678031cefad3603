"""Totals, orders, pages and counts equal those worked out product by product."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings

from search.backends.base import MOST_RESULTS, Point, SearchBackend, SearchRequest
from search.backends.columns import Columns, Row, distance_km
from search.backends.database import DatabaseBackend
from tests.search.plain_list import FACETS, plain_counts, plain_hits
from tests.search.strategies import MAKERS, catalogues, requests

PLAIN = Row(1, "I", "7", 4, MAKERS[0], 50_000, True, False, 0, "hat dieu")


def all_pages(backend: DatabaseBackend, request: SearchRequest) -> list[int]:
    """Read page after page to the end."""
    found: list[int] = []
    for page in count(1):
        hits = backend.search(replace(request, page=page)).hits
        if not hits:
            return found
        found += [int(hit.id) for hit in hits]
    raise AssertionError


@given(catalogues(), requests())
@settings(max_examples=150, deadline=None)
def test_pages_hold_every_hit_once_and_in_order(catalogue: list[Row], request: SearchRequest) -> None:
    backend = DatabaseBackend(Columns(catalogue))

    found = all_pages(backend, request)

    assert found == plain_hits(catalogue, request)
    assert backend.search(request).total == len(found)


@given(catalogues(), requests())
@settings(max_examples=150, deadline=None)
def test_a_facet_counts_without_its_own_choice(catalogue: list[Row], request: SearchRequest) -> None:
    facets = DatabaseBackend(Columns(catalogue)).search(request).facets

    assert {name: dict(facets[name]) for name in FACETS} == {
        name: plain_counts(catalogue, request, name) for name in FACETS
    }


@given(catalogues(), requests())
@settings(max_examples=50, deadline=None)
def test_counts_come_largest_first(catalogue: list[Row], request: SearchRequest) -> None:
    facets = DatabaseBackend(Columns(catalogue)).search(request).facets

    for counted in facets.values():
        assert list(counted) == sorted(counted, key=lambda pair: (-pair[1], pair[0]))


def test_nothing_lies_beyond_the_limit() -> None:
    one = PLAIN
    backend = DatabaseBackend(Columns([one._replace(pk=pk) for pk in range(1, MOST_RESULTS + 100)]))

    last = backend.search(SearchRequest(page=MOST_RESULTS // 24 + 1, size=24))
    beyond = backend.search(SearchRequest(page=MOST_RESULTS // 24 + 2, size=24))

    assert last.total == MOST_RESULTS + 99
    assert len(last.hits) == MOST_RESULTS % 24
    assert not beyond.hits


def test_size_0_gives_totals_and_counts_only() -> None:
    backend = DatabaseBackend(Columns([PLAIN]))

    result = backend.search(SearchRequest(size=0, facets=("branch",)))

    assert (result.total, list(result.hits), result.facets["branch"]) == (1, [], [("I", 1)])


def test_distances_are_told_and_none_where_there_is_no_place() -> None:
    near = PLAIN._replace(maker=MAKERS[2])
    nowhere = PLAIN._replace(pk=2, maker=MAKERS[3])
    centre = Point(11.53, 106.9)

    hits = DatabaseBackend(Columns([nowhere, near])).search(SearchRequest(geo=centre, sort="near")).hits

    assert MAKERS[2].point is not None
    assert [(hit.id, hit.distance_km) for hit in hits] == [
        ("1", pytest.approx(distance_km(centre, MAKERS[2].point))),
        ("2", None),
    ]


def test_distance_of_a_known_pair_of_places() -> None:
    hanoi, saigon = Point(21.0285, 105.8542), Point(10.7769, 106.7009)

    assert distance_km(hanoi, saigon) == pytest.approx(1143, abs=3)
    assert distance_km(hanoi, hanoi) == 0


def test_suggests_names_that_begin_so() -> None:
    backend = DatabaseBackend(Columns([PLAIN]))

    assert [suggestion.text for suggestion in backend.suggest("Hạt đ", 5)] == ["hat dieu"]
    assert backend.suggest("…", 5) == []


def test_is_an_engine_of_the_interface() -> None:
    backend: SearchBackend = DatabaseBackend(Columns([]))

    backend.ensure_index()
    backend.upsert([])
    backend.delete(["1"])

    assert backend.rebuild([]).documents == 0
    assert backend.health().is_well
    assert backend.search(SearchRequest()).engine == backend.name
