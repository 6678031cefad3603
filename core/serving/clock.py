"""The clock: runs each registered job once per due moment, however many workers there are.

A run is a row in the shared cache (the database, or Redis) that only one worker can add. A job that failed,
or whose worker died, is tried again by whoever comes next after `RETRY_AFTER`, at most `ATTEMPTS` times.
"""

import logging
import threading
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import close_old_connections
from django.utils import timezone
from django.utils.text import slugify

from core.clock_jobs import ClockJob, registered

logger = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 15
ATTEMPTS = 5
RETRY_AFTER = timedelta(minutes=10)
KEEP_SECONDS = 3 * 24 * 3600


def run_due_jobs() -> list[str]:
    """Run what is due and not yet done or under way; return the names of the jobs that succeeded here."""
    return [job.name for job in registered() if _claim_and_run(job)]


def _claim_and_run(job: ClockJob) -> bool:
    key = f"clock:{slugify(job.name)}:{job.when.slot(timezone.now()):%Y%m%dT%H%M}"
    if cache.get(f"{key}:done") or not _claim(key):
        return False
    try:
        job.run()
    except Exception:
        logger.exception("Clock job %s failed; it is tried again in %s.", job.name, RETRY_AFTER)
        return False
    cache.set(f"{key}:done", True, KEEP_SECONDS)
    return True


def _claim(key: str) -> bool:
    """Take the next attempt, unless another worker holds one that is not old yet."""
    now = timezone.now().timestamp()
    for attempt in range(1, ATTEMPTS + 1):
        if cache.add(f"{key}:{attempt}", now, KEEP_SECONDS):
            return True
        started = cache.get(f"{key}:{attempt}", now)
        if now - started < RETRY_AFTER.total_seconds():
            return False
    return False


def run_clock(stop: threading.Event) -> None:
    """Look for due jobs until told to stop; an unreachable database is reported and tried again."""
    heartbeat = settings.VAR_DIR / "worker.alive"  # its age tells a container's health check
    heartbeat.parent.mkdir(parents=True, exist_ok=True)
    while not stop.is_set():
        heartbeat.touch()
        close_old_connections()
        try:
            run_due_jobs()
        except Exception:
            logger.exception("The clock could not read or write its rows.")
        close_old_connections()
        stop.wait(LOOK_EVERY_SECONDS)
