"""The pages, menus and words of a new site, loaded once for a module; import `pages` where it is needed."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Run `load_pages`; each test adds its own transaction inside."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_pages", verbosity=0)
        yield
        transaction.set_rollback(True)
