"""Text messages: the way is chosen by `SMS_URL`, and what goes wrong becomes a sentence."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.exceptions import ImproperlyConfigured

from accounts import sms
from accounts.errors import SmsNotSent


@pytest.fixture
def provider():
    """A provider on this machine; `answers` is the status it gives, `seen` what it got."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.seen.append((self.path, dict(self.headers), json.loads(body)))
            self.send_response(server.answers)
            self.end_headers()

        def log_message(self, *_args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.seen, server.answers = [], 200
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def gateway(provider):
    return f"http://chia%2Fkhoa@127.0.0.1:{provider.server_port}/gui/tin?sender=MOIXA"


def test_a_provider_gets_number_text_and_key(provider, settings):
    settings.SMS_URL = gateway(provider)

    sms.send("+84912345678", "Mã của bạn: 123456", key="tin-1")

    [(path, headers, body)] = provider.seen
    assert path == "/gui/tin"
    assert headers["Authorization"] == "Bearer chia/khoa"
    assert headers["Idempotency-Key"] == "tin-1"
    assert body == {"to": "+84912345678", "text": "Mã của bạn: 123456", "sender": "MOIXA"}


@pytest.mark.parametrize("status", [400, 401, 429, 500, 503])
def test_a_refusal_becomes_a_sentence_and_nothing_personal_is_logged(provider, settings, caplog, status):
    settings.SMS_URL = gateway(provider)
    provider.answers = status

    with pytest.raises(SmsNotSent, match="thử lại sau vài phút"):
        sms.send("+84912345678", "Mã của bạn: 123456")

    assert str(status) in caplog.text
    assert "912345678" not in caplog.text
    assert "123456" not in caplog.text


def test_a_silent_provider_is_given_up(settings, monkeypatch):
    monkeypatch.setattr(sms, "TIMEOUT_SECONDS", 0.05)
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as silent:
        settings.SMS_URL = f"http://127.0.0.1:{silent.server_port}/"

        with pytest.raises(SmsNotSent):
            sms.send("+84912345678", "Mã")


def test_a_provider_that_is_away_becomes_a_sentence(settings):
    settings.SMS_URL = "http://127.0.0.1:9/"

    with pytest.raises(SmsNotSent):
        sms.send("+84912345678", "Mã")


def test_the_console_prints(settings, capsys):
    settings.SMS_URL = "console://"

    sms.send("+84912345678", "Mã của bạn: 123456")

    assert "+84912345678: Mã của bạn: 123456" in capsys.readouterr().out


def test_without_a_carrier_people_are_told_to_use_e_mail(settings):
    settings.SMS_URL = ""

    assert not sms.can_send()
    with pytest.raises(SmsNotSent, match="thư điện tử"):
        sms.send("+84912345678", "Mã")


@pytest.mark.parametrize("url", ["smtp://x", "https://", "sms", "ftp://host/"])
def test_an_address_of_no_kind_stops_the_start(url):
    with pytest.raises(ImproperlyConfigured):
        sms.carrier_of(url)
