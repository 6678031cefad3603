"""gunicorn with two plain workers, for ours and for the peer alike."""

import http.client
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

WORKERS = 2
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A server that answers on this machine."""

    port: int

    def get(self, address: str) -> tuple[int, bytes]:
        """Open one page on a connection of its own; return its status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()


def free_port() -> int:
    """Return a port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(application: str, environment: Mapping[str, str], folder: Path) -> Iterator[Server]:
    """Run a WSGI application until the block ends; what it logs is shown when it does not start."""
    server = Server(free_port())
    with tempfile.TemporaryFile() as log:
        words = ["--workers", str(WORKERS), "--worker-class", "sync", "--log-level", "warning"]
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", application, *words, "--bind", f"127.0.0.1:{server.port}"],
            cwd=folder, env=dict(environment), stdout=log, stderr=log,
        )  # fmt: skip
        try:
            _await(server, process, log)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)


def _await(server: Server, process: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server.get("/")
        except OSError:
            time.sleep(0.2)
        else:
            return
    log.seek(0)
    sys.exit(f"✗ The server did not start.\n{log.read().decode(errors='replace')[-4_000:]}")
