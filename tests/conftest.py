"""What every test stands on: compiled translations, and servers and a database of its own process."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connections
from django.test import TransactionTestCase
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from pytest_django import DjangoDbBlocker

from accounts import sms
from core.translations import compile_translations
from tests.template_database import copied_database, locked

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")

# Addresses are translated too. What Django has read before the first compilation is read again.
with locked("translations"):
    compile_translations()
translation_file_changed(None, Path("django.mo"))


def pytest_configure(config: pytest.Config) -> None:
    """Name our markers, and give each test process a Redis database of its own."""
    config.addinivalue_line("markers", "fresh_clone: starts the site in a fresh clone (make test-fresh)")
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing
    if settings.REDIS_URL:
        number = int(re.sub(r"\D", "", WORKER) or 0) + 1
        settings.REDIS_URL = re.sub(r"(//[^/]+)(/\d*)?$", rf"\1/{number}", settings.REDIS_URL)
        for alias in ("default", "pages"):
            settings.CACHES[alias]["LOCATION"] = settings.REDIS_URL


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests marked `services("NAME", …)` without these; fail them when servers are required."""
    for marker in item.iter_markers("services"):
        missing = [name for name in marker.args if not os.environ.get(name)]
        if missing and os.environ.get("SERVICES_REQUIRED") == "1":
            pytest.fail(f"SERVICES_REQUIRED=1, but {', '.join(missing)} is not set.", pytrace=False)
        if missing:
            pytest.skip(f"needs {', '.join(missing)}")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Replace pytest-django's own: copy a migrated template instead of migrating, and again after commits."""
    with (
        django_db_blocker.unblock(),
        copied_database(connections["default"], WORKER) as renew,
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.block(),
    ):
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: renew())
        yield


@pytest.fixture(autouse=True)
def every_test_begins_alike() -> None:
    """Vietnamese, no message sent, no page kept: a rolled back test never bumps what it showed."""
    translation.activate("vi")
    sms.outbox.clear()
    for cache in caches.all(initialized_only=True):
        cache.clear()
