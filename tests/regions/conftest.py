"""The units of the whole country, loaded once for a module and rolled back behind it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from regions.loading import load_units


@pytest.fixture(scope="module")
def country_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_units(lambda line: None)
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture
def country(country_of_module: None, db: None) -> None:
    """All units; what a test changes is undone behind it."""
