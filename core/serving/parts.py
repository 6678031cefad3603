"""Hold the parts of the site in one process group: they start together and none lives on alone."""

import contextlib
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

from django.db import connections

logger = logging.getLogger(__name__)

#: How long a part may take to finish its requests and tasks before it is ended by force.
PATIENCE_SECONDS = 25
#: How much later than a part we may hear of the signal that ended it.
SAME_SIGNAL_SECONDS = 0.3
ENDING = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True)
class Part:
    """One process of the site, by name."""

    name: str
    run: Callable[[], None]


class Stopped(Exception):
    """A signal asked the whole site to stop."""


def run_together(parts: list[Part]) -> int:
    """Run every part in a process of its own until a signal comes or one of them ends.

    Returns:
        The exit code: 0 after a signal; 1 when a part ended by itself, since the site is then not whole.
    """
    connections.close_all()  # a connection must not be shared by two processes
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)  # no signal is lost between two forks
    running = {_fork(part): part for part in parts}
    for number in ENDING:
        signal.signal(number, _stop)
    code = 0
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        part, status = _first_to_end(running)
        # A signal to the whole group may reach a part, and end it, a moment before it reaches us.
        time.sleep(SAME_SIGNAL_SECONDS)
        logger.error("The %s ended by itself (%s); the rest is ended too.", part.name, _words(status))
        code = 1
    except Stopped:
        pass
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)
    _end(running)
    return code


def _fork(part: Part) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        # Ctrl-C reaches the whole group; only the parent acts on it, and then asks each part once.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        part.run()
        code = 0
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    except BaseException:
        logger.exception("The %s failed.", part.name)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)  # never back into the parent's code


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


def _first_to_end(running: dict[int, Part]) -> tuple[Part, int]:
    """Wait for one of ours; as process 1 of a container we are also handed strangers."""
    while True:
        pid, status = os.wait()
        if pid in running:
            return running.pop(pid), status


def _end(running: dict[int, Part]) -> None:
    """Ask the parts to finish, wait, and end by force what does not."""
    for pid in running:
        _send(pid, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while running:
        pid, _status = os.waitpid(-1, os.WNOHANG)
        if pid:
            running.pop(pid, None)
        elif time.monotonic() > deadline:
            for late in running:
                _send(late, signal.SIGKILL)
            deadline = float("inf")
        else:
            time.sleep(0.05)


def _send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _words(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"exit code {code}" if code >= 0 else f"signal {-code}"
