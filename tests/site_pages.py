"""The pages, menus and words of a new site, loaded once for a module.

A test module imports `pages` and `new_site` and marks itself with `pytest.mark.usefixtures("new_site")`.
"""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import transaction
from django.utils import translation
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Run `load_pages`; each test adds its own transaction inside."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_pages", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def new_site(pages: None, db: None) -> None:
    """Pages first, then the test's own transaction; Vietnamese, and nothing stored by the test before."""
    translation.activate("vi")
    for cache in caches.all(initialized_only=True):
        cache.clear()
