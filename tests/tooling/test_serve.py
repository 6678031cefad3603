"""`manage.py serve` with real processes: both parts start, both end, and neither lives on alone."""

import os
import signal
import socket
import subprocess
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests.tooling.processes import (
    free_port,
    members_of,
    serve_command,
    started,
    status_of,
    wait_for,
    wait_until,
)

pytestmark = pytest.mark.django_db(transaction=True)  # the site commits into this process's database


@pytest.fixture
def environment(transactional_db) -> dict[str, str]:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.development", "DATABASE_URL": url}


def children_of(pid: int) -> list[int]:
    rows = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(row) for row in rows.stdout.split()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_ends_web_server_and_worker(environment, tmp_path, number):
    port, log = free_port(), tmp_path / "log"

    with started(*serve_command(port), environment=environment, log=log) as site:
        wait_for(f"http://127.0.0.1:{port}/health/live", site, 60, log)
        wait_until(lambda: len(members_of(site.pid)) == 5)  # parent, gunicorn and its two, task worker
        os.killpg(site.pid, number)  # as a terminal does: to the whole group at once

        assert site.wait(30) == 0
        assert members_of(site.pid) == []
    assert status_of(f"http://127.0.0.1:{port}/") == 0
    assert f"http://127.0.0.1:{port}/en/" in log.read_text()
    assert "Traceback" not in log.read_text()


@pytest.mark.parametrize("which", [0, 1], ids=["web server", "worker"])
def test_when_one_part_dies_the_other_is_ended(environment, tmp_path, which):
    port, log = free_port(), tmp_path / "log"

    with started(*serve_command(port), environment=environment, log=log) as site:
        wait_for(f"http://127.0.0.1:{port}/health/live", site, 60, log)
        os.kill(children_of(site.pid)[which], signal.SIGKILL)

        assert site.wait(40) == 1
    assert "ended by itself (signal 9)" in log.read_text()
    assert status_of(f"http://127.0.0.1:{port}/") == 0


def test_a_taken_port_is_one_clear_line(environment):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        done = subprocess.run(
            serve_command(port), env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    assert done.returncode != 0
    assert done.stderr.strip().count("\n") == 0
    assert f"127.0.0.1:{port} cannot be used" in done.stderr
