"""`manage.py serve`: the whole site, web server and worker, until Ctrl-C."""

import socket
from argparse import ArgumentTypeError
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.serving.announcement import announcement
from core.serving.parts import Part, run_together
from core.serving.web import WebOptions, run_web
from core.serving.worker import run_worker


def port_number(text: str) -> int:
    """Read a port.

    Raises:
        ArgumentTypeError: It is no whole number from 1 to 65535.
    """
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise ArgumentTypeError(f"{text} is no port; choose a number from 1 to 65535.")
    return int(text)


class Command(BaseCommand):
    """Run web server and worker in one process group; if one ends, so does the other."""

    help = __doc__ or ""
    requires_system_checks = ()  # `make check` runs them; here they would cost a second of every start

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=port_number, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="web processes (default 2)")
        parser.add_argument("--threads", type=int, default=4, help="threads of each web process (default 4)")
        parser.add_argument("--only", choices=["web", "worker"], help="run this part alone, as containers do")

    def handle(self, *_args: Any, **options: Any) -> None:
        web = WebOptions(options["host"], options["port"], options["workers"], options["threads"])
        parts = []
        if options["only"] != "worker":
            self._check_free(web)
            announce = partial(self.stdout.write, announcement(web))
            parts.append(Part("web server", partial(run_web, web, announce)))
        if options["only"] != "web":
            parts.append(Part("worker", run_worker))
        code = run_together(parts)
        if code:
            raise SystemExit(code)

    def _check_free(self, web: WebOptions) -> None:
        """Say in one line that the port is taken; gunicorn would try five times and then show a traceback."""
        family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((web.host, web.port))
            except OSError as error:
                words = f"{web.address} cannot be used: {error.strerror}."
                raise CommandError(f"{words} Stop what holds it or choose another --port.") from error
