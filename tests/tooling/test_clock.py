"""Jobs by the clock: each due moment once, whoever comes; a failed one again, but not for ever."""

import threading
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.core.cache import cache

from core import clock_jobs
from core.clock_jobs import Daily, Every
from core.serving.clock import ATTEMPTS, RETRY_AFTER, run_clock, run_due_jobs

NOON = datetime(2026, 3, 1, 5, 0, tzinfo=UTC)  # 12:00 in Vietnam


@pytest.fixture(autouse=True)
def no_other_jobs(monkeypatch):
    monkeypatch.setattr(clock_jobs, "_jobs", {})
    cache.clear()
    yield
    cache.clear()


def test_midnight_is_vietnams():
    before = datetime(2026, 2, 28, 16, 59, tzinfo=UTC)  # 23:59 of the 28th in Vietnam
    midnight = Daily(at=time(0))

    assert midnight.slot(before).isoformat() == "2026-02-28T00:00:00+07:00"
    assert midnight.slot(before + timedelta(minutes=1)).isoformat() == "2026-03-01T00:00:00+07:00"


def test_repeated_jobs_agree_on_their_moments():
    assert Every(minutes=5).slot(NOON + timedelta(minutes=7, seconds=3)) == NOON + timedelta(minutes=5)


def test_a_job_runs_once_a_day_and_at_a_late_start():
    runs = []
    clock_jobs.register("settle", Daily(at=time(0)), lambda: runs.append(1))

    with time_machine.travel(NOON, tick=False) as clock:
        assert run_due_jobs() == ["settle"]
        assert run_due_jobs() == []
        clock.shift(timedelta(hours=12))
        assert run_due_jobs() == ["settle"]

    assert len(runs) == 2


def test_a_failing_job_is_tried_again_later_and_then_left():
    runs = []

    def fail():
        runs.append(1)
        raise RuntimeError("the disk is full")

    clock_jobs.register("settle", Daily(at=time(0)), fail)

    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(ATTEMPTS + 3):
            run_due_jobs()
            run_due_jobs()  # at once: the attempt just made is not old yet
            clock.shift(RETRY_AFTER)

    assert len(runs) == ATTEMPTS


def test_a_failing_job_does_not_keep_others_from_running():
    runs = []
    clock_jobs.register("broken", Every(minutes=1), lambda: 1 / 0)
    clock_jobs.register("sound", Every(minutes=1), lambda: runs.append(1))

    assert run_due_jobs() == ["sound"]
    assert runs == [1]


def test_two_jobs_of_one_name_are_refused():
    clock_jobs.register("settle", Every(minutes=1), list)

    with pytest.raises(ValueError, match="settle"):
        clock_jobs.register("settle", Every(minutes=2), list)


@pytest.mark.django_db
def test_the_clock_runs_until_told_to_stop():
    stop = threading.Event()
    clock_jobs.register("stopper", Every(minutes=1), stop.set)

    run_clock(stop)

    assert stop.is_set()
