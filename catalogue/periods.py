"""Which days a certificate covers: expiry, grace, revocation and succession, without the database."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

#: How long a certificate runs (Decision 26/2026/QĐ-TTg; the same in 148 and 1048).
VALIDITY_MONTHS = 36

#: A file for re-evaluation is taken from 180 to 120 days before the expiry under 26/2026/QĐ-TTg.
REEVALUATION_OPENS_DAYS, REEVALUATION_CLOSES_DAYS = 180, 120


class Dated(Protocol):
    """The dates of a certificate that decide its period."""

    issued_on: date
    expires_on: date
    grace_until: date | None
    revoked_on: date | None


class Period(NamedTuple):
    """Days in force, both included; `end` is the day before `start` where there is none."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Say whether `day` lies in the period."""
        return self.start <= day <= self.end


def expiry_of(issued_on: date, months: int = VALIDITY_MONTHS) -> date:
    """Return the last day in force: the same day `months` later, clipped to the month's end.

    >>> expiry_of(date(2028, 2, 29))
    datetime.date(2031, 2, 28)
    """
    index = issued_on.year * 12 + issued_on.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(issued_on.day, last))


def reevaluation_window(expires_on: date) -> Period:
    """Return the days on which a file for re-evaluation is taken, both included."""
    return Period(
        expires_on - timedelta(days=REEVALUATION_OPENS_DAYS),
        expires_on - timedelta(days=REEVALUATION_CLOSES_DAYS),
    )


def lay_periods(certificates: Sequence[Dated]) -> list[Period]:
    """Return the period of each certificate of one product, given in the order of their issue.

    A period ends on the least of: expiry or granted grace, the day before revocation, the day before the
    successor's first day. A revoked successor ends its predecessor all the same: it does not revive.
    """
    periods = []
    for index, certificate in enumerate(certificates):
        ends = [certificate.grace_until or certificate.expires_on]
        if certificate.revoked_on:
            ends.append(certificate.revoked_on - timedelta(days=1))
        if index + 1 < len(certificates):
            ends.append(certificates[index + 1].issued_on - timedelta(days=1))
        start = certificate.issued_on
        periods.append(Period(start, max(min(ends), start - timedelta(days=1))))
    return periods
