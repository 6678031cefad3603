"""How long each kind of record is kept, read from `accounts/data/retention.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "data" / "retention.toml"


@dataclass(frozen=True)
class Period:
    """The rule for one kind; `years` is None where we know of no certain one."""

    years: int | None
    basis: str


@cache
def periods() -> dict[str, Period]:
    """Return the rules by kind of record."""
    with FILE.open("rb") as file:
        return {kind: Period(rule.get("years"), rule["basis"]) for kind, rule in tomllib.load(file).items()}


def last_day(kind: str, since: date) -> date | None:
    """Return the last day a record of this kind is kept, or None where the rule is unknown.

    >>> last_day("contract", date(2028, 2, 29))
    datetime.date(2031, 2, 28)

    Raises:
        KeyError: There is no such kind.
    """
    years = periods()[kind].years
    if years is None:
        return None
    try:
        return since.replace(year=since.year + years)
    except ValueError:  # 29 February
        return since.replace(year=since.year + years, day=28)
