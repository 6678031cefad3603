"""Every test of this room stands on a loaded site."""

import pytest

from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names


@pytest.fixture(autouse=True)
def _new_site(new_site: None) -> None:  # noqa: F811
    """Use it without saying so."""
