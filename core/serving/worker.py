"""The worker's part of `manage.py serve`: tasks from the database queue, and beside them the clock."""

import signal
import threading
import uuid
from types import FrameType

from django.db import connections
from django_tasks_db.management.commands.db_worker import Worker

from core.serving.clock import run_clock

#: How long a clock job under way may go on after the worker was told to stop.
PATIENCE_SECONDS = 20


def run_worker() -> None:
    """Work until a signal ends it; a task under way is finished first."""
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=1,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
    )

    def finish(_number: int, _frame: FrameType | None) -> None:
        # The worker's own handler offers Ctrl-C a second time, but only the parent hears it.
        worker.running = False
        if not worker.running_task:
            raise SystemExit(0)

    signal.signal(signal.SIGTERM, finish)
    stop = threading.Event()
    clock = threading.Thread(target=_clock, args=[stop], name="clock", daemon=True)
    clock.start()
    try:
        worker.run()
    finally:
        stop.set()
        clock.join(PATIENCE_SECONDS)


def _clock(stop: threading.Event) -> None:
    try:
        run_clock(stop)
    finally:
        connections.close_all()
