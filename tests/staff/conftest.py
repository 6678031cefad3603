"""Staff in front of their screens."""

from datetime import datetime, time
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.factories import UserFactory


@pytest.fixture
def admin(client, db):
    """The client of somebody who may do everything."""
    client.force_login(UserFactory(full_name="Trần Quản Trị", is_staff=True, is_superuser=True))
    return client


def sheet_of(response):
    """Return the rows of an exported file."""
    workbook = load_workbook(BytesIO(b"".join(response.streaming_content)))
    return [[cell.value for cell in row] for row in workbook.active.iter_rows()]


def midnight(day):
    """Return a day as a spreadsheet keeps it."""
    return datetime.combine(day, time.min)
