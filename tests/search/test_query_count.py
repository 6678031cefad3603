"""A page costs the same few queries however many products there are, caches in the database included."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker, Settings

from catalogue.models import Certificate, Product
from core.clock import today
from search import snapshot
from tests.factories import CertificateFactory, PackSizeFactory, ParentFactory, PressReportFactory
from tests.search.invented import fill_catalogue, multiply_catalogue

#: Of the page itself; reading generations and storing the page cost three more, counted apart.
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
    "/san-pham/bao-chi-dua-tin/",
    "/chu-the/",
    "/chung-nhan/",
)


#: The caches of a site of one machine: generations and pages lie in the database, so their SQL counts too.
CACHES = {
    **{
        alias: {"BACKEND": "core.database_cache.OneStatementCache", "LOCATION": table}
        for alias, table in (("default", "cache"), ("pages", "page_cache"))
    },
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}


@pytest.fixture(autouse=True)
def _one_machine(db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = CACHES
    call_command("createcachetable", verbosity=0)
    # One write in many counts the entries first: not by chance in the middle of a count.
    monkeypatch.setattr("core.database_cache.WRITES_FOR_ONE_COUNT", 10**9)


def queries_of(address: str) -> list[str]:
    """Return the SQL of a page that nobody stored, of a catalogue of which nothing is kept.

    The site itself is running: its words and menus, and the generations, were read for other pages.
    """
    assert Client().get(address).status_code == 200
    caches["pages"].clear()
    snapshot.forget()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(address).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def addresses_of_things() -> dict[str, str]:
    """Return a page of each kind, of things that both sizes of the catalogue hold."""
    certificate = Certificate.objects.in_force(today()).order_by("pk").first()
    assert certificate
    parent = ParentFactory(ocop_set=certificate.product.ocop_set, producer=certificate.product.producer)
    PackSizeFactory.create_batch(3, parent=parent, stocked=True)
    CertificateFactory(product=parent)
    reported = Product.objects.reported().order_by("pk").first()
    assert reported
    PressReportFactory(product=reported)
    shown = {"product": parent, "producer": parent.producer, "certificate": certificate, "reported": reported}
    return {kind: str(each.get_absolute_url()) for kind, each in shown.items()}


@pytest.fixture(scope="module", params=[100, 10_000])
def size(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[int]:
    """A catalogue of this size, made once for the module's tests."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        call_command("load_pages", verbosity=0)
        fill_catalogue(100)
        if request.param > 100:
            multiply_catalogue(request.param // 100)
    yield request.param
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


_seen: dict[str, int] = {}


def assert_few(queries: list[str], kind: str) -> None:
    of_the_store = [sql for sql in queries if 'FROM "page_cache"' in sql or 'INTO "page_cache"' in sql]
    generations = [sql for sql in queries if 'FROM "cache"' in sql]
    own = len(queries) - len(of_the_store) - len(generations)
    assert own <= MOST_QUERIES, "\n".join(queries)
    assert len(of_the_store) <= 2
    assert len(generations) <= 1
    assert _seen.setdefault(kind, len(queries)) == len(queries)


@pytest.mark.parametrize("address", ADDRESSES)
def test_queries_do_not_grow_with_the_catalogue(size: int, address: str) -> None:
    assert_few(queries_of(address), address)


def test_pages_of_single_things_cost_few_queries(size: int) -> None:
    for kind, address in addresses_of_things().items():
        assert_few(queries_of(address), kind)


def test_the_first_page_costs_few_queries(size: int) -> None:
    for address in ("/", "/en/"):
        html = Client().get(address).content.decode()
        assert "product-card" in html
        assert "producer-block" in html
        assert_few(queries_of(address), address)


def test_storing_a_page_and_reading_it_cost_one_query_each(size: int) -> None:
    queries = queries_of("/chung-nhan/")

    assert [sql.split()[0] for sql in queries if "page_cache" in sql] == ["SELECT", "INSERT"]
    with CaptureQueriesContext(connection) as captured:
        Client().get("/chung-nhan/")
    assert len(captured) == 2  # the generations, the page
