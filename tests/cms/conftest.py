"""Every test of this room stands on a loaded site and begins with empty caches."""

import pytest
from django.core.cache import caches

from tests.site_pages import pages  # noqa: F401  a fixture is found by its name


@pytest.fixture(autouse=True)
def _loaded(pages: None, db: None) -> None:  # noqa: F811
    """Load the pages first, then begin the test's own transaction."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
