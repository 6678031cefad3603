"""What happens to a lot after it was made: its steps, a recall, a recall taken back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.errors import LotRefused
from catalogue.models import Lot, LotEvent
from core.clock import today


@transaction.atomic
def trace_lot(
    *, lot_id: int, on: date, kind: str, words_vi: str = "", words_en: str = "", place_vi: str = ""
) -> LotEvent:
    """Record one step of a lot.

    Raises:
        Lot.DoesNotExist: There is no such lot.
        LotRefused: The step lies in the future.
        ValidationError: A text is too long or the kind unknown.
    """
    lot = Lot.objects.get(pk=lot_id)
    if on > today():
        raise LotRefused(_("A step is recorded when it has happened, not before."))
    event = LotEvent(lot=lot, on=on, kind=kind, words_vi=words_vi, words_en=words_en, place_vi=place_vi)
    event.full_clean()
    event.save()
    return event


@transaction.atomic
def recall_lot(
    *, lot_id: int, on: date, reason_vi: str, advice_vi: str, reason_en: str = "", advice_en: str = ""
) -> Lot:
    """Call a lot back from `on`; whoever scans its pack reads why and what to do.

    Raises:
        Lot.DoesNotExist: There is no such lot.
        LotRefused: It is called back already, or words are missing.
    """
    lot = Lot.objects.select_for_update().get(pk=lot_id)
    if lot.is_recalled:
        raise LotRefused(_("This lot is called back already."))
    if not reason_vi.strip() or not advice_vi.strip():
        raise LotRefused(_("Say why the lot is called back and what buyers should do."))
    lot.recalled_on = on
    lot.recall_reason_vi, lot.recall_reason_en = reason_vi, reason_en
    lot.recall_advice_vi, lot.recall_advice_en = advice_vi, advice_en
    lot.save()
    return lot


@transaction.atomic
def end_recall(*, lot_id: int) -> Lot:
    """Take a recall back that was a mistake; the history keeps it.

    Raises:
        Lot.DoesNotExist: There is no such lot.
        LotRefused: It is not called back.
    """
    lot = Lot.objects.select_for_update().get(pk=lot_id)
    if not lot.is_recalled:
        raise LotRefused(_("This lot is not called back."))
    lot.recalled_on = None
    lot.save()
    return lot
