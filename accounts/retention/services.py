"""Keeping a record, looking at it, and letting it go after its day."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.errors import ReasonMissing
from accounts.retention.models import RetainedRecord, RetainedRecordLook
from accounts.retention.periods import last_day, periods
from core.clock import today

if TYPE_CHECKING:
    from accounts.models import User


def retain(
    *,
    kind: str,
    reference: str,
    payload: dict[str, Any],
    since: date,
    delete_after: date | None = None,
    basis: str = "",
) -> RetainedRecord | None:
    """Keep what the law asks for, inside the transaction that erases the person.

    Args:
        kind: "contract", "invoice" or "complaint".
        reference: Its number; no personal data.
        payload: All that must stay, as JSON types.
        since: The day from which the period runs.
        delete_after: The last day, where the operator's rule is another than that of the kind, or the kind's
            period is not known to us.
        basis: Why until then; needed with `delete_after`, else it is the kind's rule.

    Returns:
        The record, or None: the period is over and nothing needs to be kept.

    Raises:
        ValueError: The kind's period is unknown and no day, or a day without its reason, was given.
        KeyError: There is no such kind.
    """
    if delete_after is not None and not basis:
        raise ValueError("A day of one's own needs its basis.")
    until = delete_after or last_day(kind, since)
    if until is None:
        raise ValueError(f"How long a {kind} is kept is not known: give the day and its basis.")
    if until < today():
        return None
    return RetainedRecord.objects.create(
        kind=kind,
        reference=reference,
        payload=payload,
        delete_after=until,
        basis=basis or periods()[kind].basis,
    )


@transaction.atomic
def look_at(record_id: int, *, staff: "User", reason: str) -> RetainedRecord:
    """Open a record and write down who did and why.

    Raises:
        ObjectDoesNotExist: There is none, or not any more.
        ReasonMissing: No reason was given.
    """
    record = RetainedRecord.objects.get(pk=record_id, delete_after__gte=today())
    if not reason.strip():
        raise ReasonMissing(_("Say why you need to see this record."))
    RetainedRecordLook.objects.create(record=record, staff=staff, reason=reason.strip())
    return record


def delete_what_is_over() -> int:
    """Remove the records whose last day has passed, with the looks at them; return how many."""
    over = RetainedRecord.objects.filter(delete_after__lt=today())
    _count, by_model = over.delete()
    return by_model.get(RetainedRecord._meta.label, 0)
