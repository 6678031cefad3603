"""What every test stands on: compiled translations and a migrated database of its own process."""

import os
from collections.abc import Iterator

import pytest
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from core.translations import compile_translations
from tests.template_database import copied_database, locked

# Before Django reads a translation: addresses are translated too.
with locked("translations"):
    compile_translations()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Replace pytest-django's own: copy a migrated template instead of migrating, and again after commits."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with (
        django_db_blocker.unblock(),
        copied_database(connections["default"], worker) as renew,
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.block(),
    ):
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: renew())
        yield
