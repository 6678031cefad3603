"""What the web server refuses to read is answered with the site's own page."""

import socket
from http import HTTPStatus

import pytest

from core.serving.threads import LONGEST_REQUEST_LINE, refusal
from tests.tooling.processes import free_port, serve_command, started, wait_for
from tests.tooling.test_serve import environment  # noqa: F401  a fixture is found by its name

pytestmark = pytest.mark.django_db(transaction=True)


def answer_to(port: int, head: bytes) -> bytes:
    """Send a request as it is and return the whole answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(head)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_an_address_that_is_too_long_is_answered_with_words(environment, tmp_path):  # noqa: F811
    port, log = free_port(), tmp_path / "log"
    end = b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"

    with started(*serve_command(port, "--only", "web"), environment=environment, log=log) as site:
        wait_for(f"http://127.0.0.1:{port}/health/live", site, 60, log)
        longest = b"GET /health/live?q=".ljust(LONGEST_REQUEST_LINE - len(b" HTTP/1.1"), b"a")
        read = answer_to(port, longest + end)
        refused = answer_to(port, b"GET /?q=" + b"a" * 10_000 + end)

    assert read.startswith(b"HTTP/1.1 200 ")
    assert refused.startswith(b"HTTP/1.1 414 ")
    assert "Địa chỉ này quá dài" in refused.decode()
    assert 'action="/san-pham/"' in refused.decode()


def test_the_refusal_says_its_length():
    head, body = refusal(HTTPStatus.REQUEST_URI_TOO_LONG).split(b"\r\n\r\n", 1)

    assert f"Content-Length: {len(body)}".encode() in head
