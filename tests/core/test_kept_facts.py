from datetime import date
from itertools import count

import pytest

from core.generations import CATALOGUE, bump
from core.kept_facts import KeptFacts

DAY = date(2026, 11, 24)


@pytest.fixture
def counter():
    numbers = count()
    return lambda: next(numbers)


@pytest.mark.django_db(transaction=True)
class TestKeptFacts:
    def test_are_made_once_while_nothing_changes(self, counter):
        kept = KeptFacts(most=10)

        assert [kept.of("a", DAY, counter) for _ in range(3)] == [0, 0, 0]
        assert kept.of("b", DAY, counter) == 1

    def test_are_made_anew_after_a_change_and_on_another_day(self, counter):
        kept = KeptFacts(most=10)
        kept.of("a", DAY, counter)
        bump(CATALOGUE)

        assert kept.of("a", DAY, counter) == 1
        assert kept.of("a", date(2026, 11, 25), counter) == 2

    def test_the_ones_not_used_for_longest_go_first(self, counter):
        kept = KeptFacts(most=2)
        for key in ("a", "b", "a", "c"):
            kept.of(key, DAY, counter)

        assert kept.of("a", DAY, counter) == 0
        assert kept.of("b", DAY, counter) == 3

    def test_of_several_only_the_missing_are_made(self, counter):
        kept = KeptFacts(most=10)
        asked = []

        def make(missing):
            asked.append(missing)
            return {key: counter() for key in missing if key != "nothing"}

        kept.of("a", DAY, counter)

        assert kept.of_many(["a", "b", "nothing"], DAY, make) == {"a": 0, "b": 1}
        assert kept.of_many(["b", "a"], DAY, make) == {"a": 0, "b": 1}
        assert asked == [["b", "nothing"]]


@pytest.mark.django_db
def test_inside_a_transaction_nothing_is_kept(counter):
    kept = KeptFacts(most=10)

    assert [kept.of("a", DAY, counter) for _ in range(2)] == [0, 1]
