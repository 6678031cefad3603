"""Producers get a slug, a code and a running number of their own, also when many come at once."""

import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Max

from producers.models import Partner
from tests.factories import ProducerFactory


def all_at_once(how_many: int, act: Callable[[Callable[[], object]], None]) -> list[BaseException]:
    """Let threads act at the same moment, each told how to wait for the others; return what went wrong."""
    gate, wrong = threading.Barrier(how_many), []

    def run() -> None:
        try:
            act(gate.wait)
        except IntegrityError as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(how_many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


@pytest.mark.django_db(transaction=True)
class TestRace:
    def test_producers_saved_at_once_are_all_let_in(self):
        def register(wait):
            wait()
            Partner.objects.create(name="HTX Trùng Tên")

        wrong = all_at_once(6, register)

        assert wrong == []
        made = Partner.objects.filter(name="HTX Trùng Tên")
        assert made.count() == 6
        for name in ("slug", "code", "running_number"):
            assert made.values(name).distinct().count() == 6

    def test_control_who_reads_first_and_writes_later_is_refused(self):
        """What `save` did before: the number is read, others read it too, and one row gets in."""

        def register(wait):
            number = (Partner.objects.aggregate(last=Max("running_number"))["last"] or 0) + 1
            wait()
            mine = Partner(
                name=f"HTX {threading.get_ident()}",
                running_number=number,
                slug=f"htx-{threading.get_ident()}",
            )
            mine.code = mine.slug
            mine.save()

        assert len(all_at_once(4, register)) == 3


@pytest.mark.django_db
def test_a_slug_that_somebody_gave_is_never_changed():
    taken = ProducerFactory(slug="vuon-dieu")

    with pytest.raises(IntegrityError), transaction.atomic():
        ProducerFactory(slug=taken.slug)


@pytest.mark.django_db
def test_another_refusal_of_the_database_is_told_at_once(monkeypatch):
    attempts = []
    monkeypatch.setattr(Partner, "_choose", lambda self: attempts.append(1))
    broken = ProducerFactory.build(standing="reported", source_url="", slug="", running_number=10**6)

    with pytest.raises(IntegrityError), transaction.atomic():
        broken.save()

    assert len(attempts) == 1
