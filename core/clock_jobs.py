"""What must happen by the clock: rooms register their jobs here, the worker runs them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from core.clock import VIETNAM


@dataclass(frozen=True, kw_only=True)
class Daily:
    """Once a day at this hour in Vietnam, and at once when the worker starts later than that."""

    at: time

    def slot(self, now: datetime) -> datetime:
        """Return the latest moment, not after `now`, at which the job was due."""
        local = now.astimezone(VIETNAM)
        today = datetime.combine(local.date(), self.at, VIETNAM)
        return today if today <= local else today - timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Every:
    """Again and again, counted from midnight in Vietnam so that all workers agree on the moments."""

    minutes: int

    def slot(self, now: datetime) -> datetime:
        """Return the latest moment, not after `now`, at which the job was due."""
        local = now.astimezone(VIETNAM)
        midnight = datetime.combine(local.date(), time(0), VIETNAM)
        return midnight + (local - midnight) // timedelta(minutes=self.minutes) * timedelta(
            minutes=self.minutes
        )


@dataclass(frozen=True)
class ClockJob:
    """A named piece of work; running it twice must do no harm."""

    name: str
    when: Daily | Every
    run: Callable[[], object]


_jobs: dict[str, ClockJob] = {}


def register(name: str, when: Daily | Every, run: Callable[[], object]) -> None:
    """Add a job, from an AppConfig's `ready()`.

    Raises:
        ValueError: Another job has this name.
    """
    if name in _jobs:
        raise ValueError(f"A clock job named {name} is registered already.")
    _jobs[name] = ClockJob(name, when, run)


def registered() -> list[ClockJob]:
    """Return all jobs in the order of their registration."""
    return list(_jobs.values())
