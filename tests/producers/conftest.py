"""What tests of claims stand on."""

import pytest

from regions.models import LookupName
from tests.factories import UnitFactory


@pytest.fixture
def place(db):
    """A commune that can be looked up by name."""
    unit = UnitFactory(name="Xã Bom Bo")
    LookupName.objects.create(
        unit=unit,
        province=unit.province,
        name=unit.name,
        folded="bom bo",
        role=LookupName.Role.OWN,
        areas="",
    )
    return unit
