"""Messages: a row each, sent once by the worker, tried again with patience, forgotten in time."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
import time_machine
from django.conf import settings as site_settings
from django.db import IntegrityError, transaction
from django.template import TemplateDoesNotExist
from django_tasks import default_task_backend

from accounts import sms
from accounts.messages import channels, queue, services, texts
from accounts.messages.models import PATIENCE, Message
from accounts.messages.services import ADDRESS_KEPT, BACK_OFF, ROW_KEPT, deliver, prune, sweep
from core.clock_jobs import registered
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 5, 0, tzinfo=UTC)
TEXTS = {
    "parcel_sent.email.txt": '{% extends "messages/base.email.txt" %}{% load i18n %}'
    "{% block body %}{{ parcel }} & {% translate 'Products' %}{% endblock %}",
    "parcel_sent.subject.txt": "Đơn\n{{ parcel }}\n",
    "parcel_sent.sms.txt": "Đơn {{ parcel }} đã gửi,\n 120.000\u00a0₫",
    "code.sms.txt": "{{ parcel }}",
}


@pytest.fixture(autouse=True)
def words(settings, tmp_path):
    (tmp_path / "messages").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "messages" / name).write_text(text, encoding="utf-8")
    engines = deepcopy(site_settings.TEMPLATES)
    engines[0]["DIRS"] = [tmp_path, *engines[0]["DIRS"]]
    settings.TEMPLATES = engines
    texts.channels_of.cache_clear()
    default_task_backend.clear()
    yield
    texts.channels_of.cache_clear()


@pytest.fixture
def buyer():
    user = UserFactory(
        full_name="Thị O'Nở", phone="+84912345678", email="no@example.vn", phone_verified_at=NOON
    )
    user.emailaddress_set.create(email="no@example.vn", verified=True, primary=True)
    return user


def queued(user=None, **changes):
    values = {"event": "parcel_sent", "about": "parcel:1", "user": user, "context": {"parcel": "<100023>"}}
    return queue(**values | changes)


def state_of(message):
    message.refresh_from_db()
    return message.state


def failing(monkeypatch, error):
    def send(*_args):
        raise error

    monkeypatch.setattr(channels, "send", send)


def test_reaches_a_person_by_each_channel_once(buyer):
    first = queued(buyer)
    again = queued(buyer)

    assert first == again
    assert [(m.channel, m.address) for m in Message.objects.order_by("pk")] == [
        ("email", "no@example.vn"),
        ("sms", "+84912345678"),
    ]
    assert len(default_task_backend.results) == 2


def test_the_database_refuses_the_same_news_twice(buyer):
    message = queued(buyer)
    message.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        message.save(force_insert=True)


def test_tasks_carry_an_id_and_nothing_else(buyer):
    queued(buyer)

    assert [(r.args, r.kwargs) for r in default_task_backend.results] == [
        ([m.pk], {}) for m in Message.objects.order_by("pk")
    ]


def test_an_address_that_nobody_confirmed_gets_no_mail(buyer):
    buyer.emailaddress_set.update(verified=False)

    assert queued(buyer).channel == "sms"
    assert not Message.objects.filter(channel="email").exists()


def test_a_number_that_nobody_confirmed_gets_no_sms(buyer):
    buyer.phone_verified_at = None

    assert queued(buyer).channel == "email"
    assert not Message.objects.filter(channel="sms").exists()


def test_an_event_with_words_for_sms_only_sends_no_mail(buyer):
    assert queued(buyer, event="code").channel == "sms"
    assert Message.objects.count() == 1


def test_who_cannot_be_reached_gets_no_row():
    assert queued(UserFactory(phone=None)) is None
    assert not Message.objects.exists()


def test_a_guest_is_reached_at_what_the_caller_knows():
    message = queued(phone="+84987654321")

    assert (message.address, message.user) == ("+84987654321", None)


def test_an_event_without_words_is_a_mistake_of_ours(buyer):
    with pytest.raises(TemplateDoesNotExist, match="misspelt"):
        queued(buyer, event="misspelt")


def test_mail_goes_out_in_the_persons_language_and_unescaped(buyer, mailoutbox):
    message = queued(buyer, language="en")

    assert deliver(message.pk)

    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == ("Đơn <100023>", ["no@example.vn"])
    assert mail.body.startswith("Hello Thị O'Nở,\n\n<100023> & Products\n")
    assert mail.extra_headers["Message-ID"] == f"<message-{message.pk}@testserver>"


def test_vietnamese_mail_is_vietnamese(buyer, mailoutbox):
    deliver(queued(buyer).pk)

    assert mailoutbox[0].body.startswith("Chào Thị O'Nở,\n\n<100023> & Sản phẩm\n")


def test_an_sms_is_one_plain_line(buyer):
    message = queued(buyer) and Message.objects.get(channel="sms")
    sms.outbox.clear()

    deliver(message.pk)

    text = "Don <100023> da gui, 120.000 d"
    assert list(sms.outbox) == [sms.Sms("+84912345678", text, f"message-{message.pk}")]


def test_a_site_that_cannot_send_sms_keeps_them_waiting(buyer, settings):
    settings.SMS_URL = ""
    message = queued(buyer, event="code")

    assert not deliver(message.pk)

    assert (state_of(message), message.last_failure) == ("waiting", "SmsNotSent")


def test_what_is_out_is_not_sent_again_and_keeps_no_contents(buyer, mailoutbox):
    message = queued(buyer)

    assert [deliver(message.pk), deliver(message.pk)] == [True, False]

    assert len(mailoutbox) == 1
    assert state_of(message) == "sent"
    assert (message.context, message.attempts) == ({}, 1)
    assert message.sent_at is not None


def test_a_failure_waits_longer_each_time_until_it_is_given_up(buyer, monkeypatch):
    failing(monkeypatch, SMTPServerDisconnected("no@example.vn is not welcome"))

    with time_machine.travel(NOON, tick=False) as clock:
        message = queued(buyer)
        for wait in BACK_OFF:
            assert not deliver(message.pk)
            assert state_of(message) == "waiting"
            clock.shift(wait - timedelta(seconds=1))
            assert not Message.objects.filter(pk=message.pk).overdue(datetime.now(UTC)).exists()
            clock.shift(timedelta(seconds=1))
            sweep()
        deliver(message.pk)

    assert state_of(message) == "given_up"
    assert (message.attempts, message.context) == (len(BACK_OFF) + 1, {})


def test_an_address_refused_for_good_is_given_up_at_once(buyer, monkeypatch):
    refusal = SMTPRecipientsRefused({"no@example.vn": (550, b"no@example.vn unknown")})
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda _self: (_ for _ in ()).throw(refusal))
    message = queued(buyer)

    deliver(message.pk)

    assert state_of(message) == "given_up"
    assert message.last_failure == "recipient refused [550]"


def test_a_full_mailbox_is_tried_again(buyer, monkeypatch):
    refusal = SMTPRecipientsRefused({"no@example.vn": (452, b"mailbox full")})
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda _self: (_ for _ in ()).throw(refusal))
    message = queued(buyer)

    deliver(message.pk)

    assert state_of(message) == "waiting"


def test_the_words_of_a_failure_are_neither_kept_nor_logged(buyer, monkeypatch, caplog):
    failing(monkeypatch, RuntimeError("no@example.vn +84912345678"))
    message = queued(buyer)

    deliver(message.pk)
    message.refresh_from_db()

    assert message.last_failure == "RuntimeError"
    assert "RuntimeError" in caplog.text
    assert "example.vn" not in caplog.text


def test_a_worker_that_died_while_sending_is_replaced(buyer, mailoutbox):
    with time_machine.travel(NOON, tick=False) as clock:
        message = queued(buyer)
        Message.objects.filter(pk=message.pk).update(state="sending", attempts=1)
        default_task_backend.clear()

        assert not deliver(message.pk)
        assert sweep() == 0
        clock.shift(PATIENCE)
        assert sweep() == 2
        assert sweep() == 0
        assert deliver(message.pk)

    assert len(mailoutbox) == 1
    assert len(default_task_backend.results) == 2


def test_a_lost_row_is_no_error():
    assert not deliver(999_999)


def test_addresses_are_blanked_and_rows_removed_in_time(buyer):
    with time_machine.travel(NOON, tick=False) as clock:
        message = queued(buyer, event="parcel_sent")
        waiting = queued(buyer, event="code")
        deliver(message.pk)
        assert prune() == (0, 0)
        clock.shift(ADDRESS_KEPT + timedelta(seconds=1))
        assert prune() == (1, 0)
        assert Message.objects.get(pk=message.pk).address == ""
        assert queued(buyer) == message
        clock.shift(ROW_KEPT - ADDRESS_KEPT)
        assert prune() == (0, 1)

    assert not Message.objects.filter(pk=message.pk).exists()
    assert Message.objects.get(pk=waiting.pk).address


def test_blanked_rows_are_still_found_by_the_address(buyer):
    message = queued(buyer)
    Message.objects.update(address="")

    assert list(Message.objects.to_address("NO@example.vn")) == [message]


def test_the_clock_sweeps_and_prunes():
    jobs = {job.name: job.run for job in registered()}

    assert jobs["sweep messages"] is services.sweep
    assert jobs["prune messages"] is services.prune
