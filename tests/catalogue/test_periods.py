from dataclasses import dataclass
from datetime import date

import pytest

from catalogue.periods import Period, expiry_of, lay_periods


@dataclass
class Dates:
    issued_on: date
    expires_on: date
    grace_until: date | None = None
    revoked_on: date | None = None


@pytest.mark.parametrize(
    ("issued", "expires"),
    [
        (date(2026, 6, 28), date(2029, 6, 28)),
        (date(2028, 2, 29), date(2031, 2, 28)),
        (date(2025, 2, 28), date(2028, 2, 28)),
        (date(2026, 12, 31), date(2029, 12, 31)),
    ],
)
def test_a_certificate_runs_to_the_same_day_36_months_on(issued, expires):
    assert expiry_of(issued) == expires


def test_a_month_shorter_than_the_first_ends_on_its_last_day():
    assert expiry_of(date(2026, 8, 31), months=6) == date(2027, 2, 28)


def test_a_successor_ends_the_one_before_it_on_the_day_before_its_own_first():
    first = Dates(date(2024, 1, 10), date(2027, 1, 10))
    second = Dates(date(2026, 12, 1), date(2029, 12, 1))

    assert lay_periods([first, second]) == [
        Period(date(2024, 1, 10), date(2026, 11, 30)),
        Period(date(2026, 12, 1), date(2029, 12, 1)),
    ]


def test_a_revoked_successor_does_not_revive_the_one_before_it():
    first = Dates(date(2024, 1, 10), date(2027, 1, 10))
    second = Dates(date(2025, 1, 1), date(2028, 1, 1), revoked_on=date(2025, 2, 1))

    periods = lay_periods([first, second])

    assert not any(period.holds(date(2025, 2, 1)) for period in periods)


def test_grace_stretches_a_period_and_revocation_cuts_it():
    graced = Dates(date(2023, 1, 1), date(2026, 1, 1), grace_until=date(2026, 6, 30))
    revoked = Dates(date(2023, 1, 1), date(2026, 1, 1), date(2026, 6, 30), revoked_on=date(2026, 3, 1))

    assert lay_periods([graced])[0].end == date(2026, 6, 30)
    assert lay_periods([revoked])[0].end == date(2026, 2, 28)


def test_a_certificate_revoked_on_its_first_day_was_never_in_force():
    period = lay_periods([Dates(date(2026, 1, 1), date(2029, 1, 1), revoked_on=date(2026, 1, 1))])[0]

    assert period.end < period.start
    assert not period.holds(date(2026, 1, 1))
