"""Start the site as a person does and watch it from outside."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def status_of(address: str) -> int:
    """Return the HTTP status of an address, 0 when nothing answers."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (URLError, OSError):
        return 0


def page_of(address: str) -> str:
    """Return the text of a page that must answer 200."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def wait_for(address: str, process: subprocess.Popen[str], seconds: float, log: Path) -> None:
    """Wait until the address answers; fail at once, with its last words, when the process has ended."""
    deadline = time.monotonic() + seconds
    while status_of(address) == 0:
        assert process.poll() is None, f"the site ended:\n{log.read_text()[-3000:]}"
        assert time.monotonic() < deadline, f"no answer from {address} in {seconds} s"
        time.sleep(0.1)


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds that other processes bring about."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"did not come about in {seconds} s"
        time.sleep(0.05)


def members_of(group: int) -> list[int]:
    """List the processes of a group."""
    rows = subprocess.run(
        ["ps", "-eo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
    ).stdout
    fields = [row.split() for row in rows.splitlines()]
    return [int(pid) for pid, pgid, state in fields if int(pgid) == group and "Z" not in state]


@contextmanager
def started(
    *command: str, folder: Path = ROOT, environment: dict[str, str] | None = None, log: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Run a command in a process group of its own; whatever is left of it afterwards is ended."""
    with (log or Path(os.devnull)).open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )
        try:
            yield process
        finally:
            if members_of(process.pid):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def serve_command(port: int, *more: str) -> list[str]:
    return [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(port), *more]
