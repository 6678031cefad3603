"""The web server's part of `manage.py serve`: gunicorn, with the site loaded once for all its workers."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from core.serving.threads import LONGEST_REQUEST_LINE


@dataclass(frozen=True)
class WebOptions:
    """Where the web server listens and how many requests it works on at a time (workers × threads)."""

    host: str
    port: int
    workers: int
    threads: int

    @property
    def address(self) -> str:
        """Host and port as an address writes them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


class WebServer(BaseApplication):
    """Gunicorn set up from our options instead of its own command line."""

    def __init__(self, options: WebOptions, when_ready: Callable[[], None]) -> None:
        self.options = options
        self.when_ready = when_ready
        super().__init__()

    def load_config(self) -> None:
        shared_memory = "/dev/shm"  # noqa: S108  only gunicorn's heartbeat, off the disk
        settings: dict[str, Any] = {
            "bind": self.options.address,
            "worker_class": "core.serving.threads.SiteThreads",
            "limit_request_line": LONGEST_REQUEST_LINE,
            "workers": self.options.workers,
            "threads": self.options.threads,
            "timeout": 60,
            "graceful_timeout": 15,
            "preload_app": True,
            "worker_tmp_dir": shared_memory
            if Path(shared_memory).is_dir() and os.access(shared_memory, os.W_OK)
            else None,
            "control_socket_disable": True,
            "loglevel": "warning",
            "when_ready": lambda _arbiter: self._ready(),
        }
        assert self.cfg is not None  # made just before this is called
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        application = get_wsgi_application()
        get_resolver().url_patterns  # noqa: B018  loads all views now, before the workers are forked
        return application

    def _ready(self) -> None:
        connections.close_all()  # the workers, forked next, each open their own
        self.when_ready()


def run_web(options: WebOptions, when_ready: Callable[[], None]) -> None:
    """Serve until a signal ends it."""
    WebServer(options, when_ready).run()
