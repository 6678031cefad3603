"""An invented catalogue, and nothing kept from the test before."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import transaction
from pytest_django import DjangoDbBlocker

from search import snapshot
from tests.search.invented import Ground, fill_catalogue


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    snapshot.forget()
    for cache in caches.all():
        cache.clear()
    yield
    snapshot.forget()


@pytest.fixture(scope="module")
def _filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ground]:
    """Fill once for a module, in a transaction around those of its tests. Not for tests that commit."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        ground = fill_catalogue(120)
    yield ground
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def ground(_filled: Ground, db: None) -> Ground:
    """A catalogue of 120 products in every state."""
    return _filled
