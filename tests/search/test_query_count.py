"""A page of the list costs the same few queries however many products there are."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker, Settings

from search import snapshot
from tests.search.invented import fill_catalogue, multiply_catalogue

MOST_QUERIES = 12
ADDRESSES = (
    "/san-pham/",
    "/san-pham/?page=3",
    "/san-pham/?stars=3&stars=4&branch=I",
    "/san-pham/?q=hat+dieu&sort=price",
    "/san-pham/?district=800&in_stock=1&price_to=200000",
    "/san-pham/?near=11.5,106.9",
    "/en/products/?set=7&unit=70001",
    "/san-pham/?unit=00004&q=khong+co",
)


def queries_of(address: str) -> list[str]:
    """Return the SQL of a page when nothing of the catalogue is kept, neither pages nor the snapshot."""
    assert Client().get(address).status_code == 200
    snapshot.forget()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert Client().get(address).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.fixture(scope="module", params=[100, 10_000])
def size(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[int]:
    """A catalogue of this size, made once for the module's tests."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        fill_catalogue(100)
        if request.param > 100:
            multiply_catalogue(request.param // 100)
    yield request.param
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


_seen: dict[str, int] = {}


@pytest.mark.parametrize("address", ADDRESSES)
def test_queries_do_not_grow_with_the_catalogue(
    db: None, size: int, address: str, settings: Settings
) -> None:
    settings.PUBLIC_PAGE_CACHE = False

    queries = queries_of(address)

    assert len(queries) <= MOST_QUERIES, "\n".join(queries)
    assert _seen.setdefault(address, len(queries)) == len(queries)
