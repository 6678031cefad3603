"""What the law makes us keep: only so long, out of sight, each look written down."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from accounts.errors import ReasonMissing
from accounts.models import RetainedRecord, RetainedRecordLook
from accounts.retention import retain
from accounts.retention.periods import last_day, periods
from accounts.retention.services import delete_what_is_over, look_at
from core.clock_jobs import registered
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 5, 0, tzinfo=UTC)


def contract(**changes):
    values = {"kind": "contract", "reference": "100001", "payload": {"name": "Thị Nở"}}
    return retain(**values | {"since": date(2026, 3, 1)} | changes)


def test_a_contract_is_kept_three_years_to_the_day():
    with time_machine.travel(NOON, tick=False) as clock:
        record = contract()
        assert record.delete_after == date(2029, 3, 1)
        assert "3 years" in record.basis

        clock.move_to(datetime(2029, 3, 1, 16, 59, tzinfo=UTC))  # 23:59 in Vietnam
        assert delete_what_is_over() == 0
        clock.shift(timedelta(minutes=1))
        assert delete_what_is_over() == 1

    assert not RetainedRecord.objects.exists()


def test_leap_days_end_on_the_last_of_february():
    assert last_day("contract", date(2028, 2, 29)) == date(2031, 2, 28)


@pytest.mark.parametrize("kind", ["invoice", "complaint"])
def test_an_unknown_period_is_not_guessed(kind):
    assert periods()[kind].years is None
    with pytest.raises(ValueError, match="not known"):
        contract(kind=kind)


def test_a_day_of_ones_own_needs_its_basis():
    with pytest.raises(ValueError, match="basis"):
        contract(kind="invoice", delete_after=date(2036, 3, 1))

    record = contract(kind="invoice", delete_after=date(2036, 3, 1), basis="Ý kiến luật sư 12/2026")
    assert (record.delete_after, record.basis) == (date(2036, 3, 1), "Ý kiến luật sư 12/2026")


def test_what_need_not_be_kept_any_more_is_not():
    assert contract(since=date(2020, 1, 1)) is None
    assert not RetainedRecord.objects.exists()


def test_one_record_for_one_contract():
    with time_machine.travel(NOON):
        contract()
        with pytest.raises(IntegrityError), transaction.atomic():
            contract()


def test_each_look_is_written_down_with_its_reason():
    clerk = UserFactory()
    with time_machine.travel(NOON):
        record = contract()
        with pytest.raises(ReasonMissing):
            look_at(record.pk, staff=clerk, reason="  ")
        assert look_at(record.pk, staff=clerk, reason=" Tòa án hỏi ").payload == {"name": "Thị Nở"}

    look = RetainedRecordLook.objects.get()
    assert (look.staff, look.reason, look.record) == (clerk, "Tòa án hỏi", record)


def test_a_record_past_its_day_cannot_be_seen_even_before_the_clock_came():
    with time_machine.travel(NOON) as clock:
        record = contract()
        clock.move_to(datetime(2029, 3, 2, tzinfo=UTC))
        with pytest.raises(RetainedRecord.DoesNotExist):
            look_at(record.pk, staff=UserFactory(), reason="Xem thử")


def test_the_clock_deletes_what_is_over():
    assert {job.name: job.run for job in registered()}["delete retained records"] is delete_what_is_over
