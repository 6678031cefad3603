import pytest

from tests.accounts.doors import EMAIL, PHONE, known


@pytest.fixture
def person():
    """Somebody whose number and address are both confirmed."""
    return known(phone=PHONE, email=EMAIL)
