"""What containers ask: the site as its proxy would, the worker by the age of its heartbeat."""

import os
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from setup import healthy


@pytest.fixture
def heartbeat(tmp_path, monkeypatch):
    path = tmp_path / "worker.alive"
    monkeypatch.setattr(healthy, "HEARTBEAT", path)
    monkeypatch.setattr("sys.argv", ["healthy.py", "worker"])
    return path


@pytest.mark.parametrize(("age_seconds", "well"), [(1, True), (60, True), (600, False)])
def test_a_worker_is_well_while_its_heart_beats(heartbeat, age_seconds, well):
    heartbeat.touch()
    moment = time.time() - age_seconds
    os.utime(heartbeat, (moment, moment))

    with pytest.raises(SystemExit) as ending:
        healthy.main()

    assert (not ending.value.code) == well


def test_a_worker_that_never_began_is_not_well(heartbeat):
    with pytest.raises(FileNotFoundError):
        healthy.main()


def test_the_site_is_asked_by_its_own_name_over_https(monkeypatch):
    heard: list[tuple[str, str | None, str | None]] = []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append((self.path, self.headers["Host"], self.headers["X-Forwarded-Proto"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.handle_request, daemon=True).start()
    monkeypatch.setattr(healthy, "ADDRESS", f"http://127.0.0.1:{server.server_port}/health/ready")
    monkeypatch.setattr("sys.argv", ["healthy.py", "web"])
    monkeypatch.setenv("SITE_URL", "https://ocop.example")

    with pytest.raises(SystemExit) as ending:
        healthy.main()
    server.server_close()

    assert not ending.value.code
    assert heard == [("/health/ready", "ocop.example", "https")]
