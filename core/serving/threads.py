"""Gunicorn's threads, answering requests that it refuses to read with the site's own page."""

from http import HTTPStatus
from socket import socket
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import ThreadWorker

#: Longest request line in bytes: the most that gunicorn can be told.
LONGEST_REQUEST_LINE = 8_190
_STATUS = {
    LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
}


class SiteThreads(ThreadWorker):
    """A worker of threads whose refusals have words.

    What is refused here never becomes a request, so no middleware and no view can answer it. The address was
    not read either: the page is Vietnamese, the language of addresses without a prefix.
    """

    def handle_error(self, req: Any, client: socket, addr: Any, exc: Exception) -> None:
        """Answer an over-long request line or head with the site's page; leave the rest to gunicorn."""
        status = _STATUS.get(type(exc))
        if status is None:
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("Invalid request from ip=%s: %s", (addr or ("",))[0], exc)
        try:
            write_nonblock(client, refusal(status))
        except OSError:
            self.log.debug("Failed to send error message.")


def refusal(status: HTTPStatus) -> bytes:
    """Return a whole answer with the page of an address that is too long."""
    with override("vi"):
        body = render_to_string("414.html").encode()
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\n"
        "Connection: close\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        "Cache-Control: no-store\r\n"
        "X-Robots-Tag: noindex\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
