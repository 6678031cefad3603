"""One reading of the catalogue serves until something changes."""

from datetime import timedelta

import pytest

from core.clock import today
from core.generations import CATALOGUE, bump
from search import snapshot
from search.snapshot import snapshot_on
from tests.factories import ProductFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_is_kept_until_a_generation_ends() -> None:
    ProductFactory()
    first = snapshot_on(today())

    same = snapshot_on(today())
    bump(CATALOGUE)
    renewed = snapshot_on(today())

    assert same is first
    assert renewed is not first


def test_another_day_is_read_anew() -> None:
    first = snapshot_on(today())

    assert snapshot_on(today() + timedelta(days=1)).day == first.day + timedelta(days=1)


def test_what_was_written_by_hand_shows_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    first = snapshot_on(today())

    monkeypatch.setattr(snapshot, "LONGEST_SECONDS", 0)

    assert snapshot_on(today()) is not first


def test_a_saved_product_shows_at_once() -> None:
    before = len(snapshot_on(today()).columns.rows)

    ProductFactory()

    assert len(snapshot_on(today()).columns.rows) == before + 1
