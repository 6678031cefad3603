"""Changing prices and stock by hand: several at once, and never over what somebody else wrote meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.models import User
from core.money import vnd
from producers.errors import Refusal, StockNotChanged
from producers.models import Partner, StockChange, StockRecord

Kind = StockChange.Kind


@dataclass(frozen=True)
class Step:
    """From the number that the person saw (None: no price) to the one they want."""

    seen: int | None
    wanted: int


@dataclass(frozen=True)
class Wanted:
    """What a person wants of one stock record; None leaves a number alone.

    Attributes:
        stock_record_id: Which one.
        price: Đồng, VAT included.
        stock: Packs in the house, those that are reserved for orders included.
    """

    stock_record_id: int
    price: Step | None = None
    stock: Step | None = None

    @property
    def steps(self) -> dict[Kind, Step]:
        """The numbers that shall change."""
        both = {Kind.PRICE: self.price, Kind.STOCK: self.stock}
        return {kind: step for kind, step in both.items() if step and step.seen != step.wanted}


@transaction.atomic
def change_stock(*, producer: Partner, by: User, wanted: Sequence[Wanted]) -> int:
    """Write prices and stock, all of them or none.

    Each number is one UPDATE that matches only while the record still holds what the person saw. What already
    is as wanted counts as done, so that sending a form twice is harmless.

    Returns:
        How many numbers were changed.

    Raises:
        ObjectDoesNotExist: A record is not this producer's.
        StockNotChanged: Somebody changed a number meanwhile, or more packs are reserved than would be left.
    """
    refusals: dict[int, Refusal] = {}
    changes: list[StockChange] = []
    for one in sorted(wanted, key=lambda each: each.stock_record_id):  # one order of locks for everybody
        if not one.steps:
            continue
        written = [
            StockChange(
                stock_record_id=one.stock_record_id,
                kind=kind,
                before=step.seen,
                after=step.wanted,
                changed_by=by,
            )
            for kind, step in one.steps.items()
            if _write(producer, one.stock_record_id, kind, step)
        ]
        changes += written
        record = StockRecord.objects.get(pk=one.stock_record_id, partner=producer)
        done = {change.kind for change in written}
        refused = {kind: step for kind, step in one.steps.items() if kind not in done}
        if refused and (refusal := _refusal(record, refused)):
            refusals[record.pk] = refusal
        elif written:
            record.post_save_signal()  # an UPDATE sends none, and pages follow it
    if refusals:
        raise StockNotChanged(_("Nothing was saved yet. Please look at the marked fields."), refusals)
    StockChange.objects.bulk_create(changes)
    return len(changes)


def _write(producer: Partner, record_id: int, kind: Kind, step: Step) -> bool:
    """Write one number if it still is what was seen; say whether it was."""
    records = StockRecord.objects.filter(pk=record_id, partner=producer)
    if kind == Kind.PRICE:
        return bool(records.filter(price=step.seen).update(price=step.wanted))
    free = records.filter(num_allocated__lte=step.wanted, num_in_stock=step.seen or 0)
    return bool(free.update(num_in_stock=step.wanted))


def _refusal(record: StockRecord, refused: dict[Kind, Step]) -> Refusal | None:
    """Say why numbers were not written, or None: they are as wanted already."""
    price_now = None if record.price is None else int(record.price)
    words: dict[Any, str] = {}
    if (step := refused.get(Kind.PRICE)) and step.wanted != price_now:
        now = _("no price") if price_now is None else vnd(price_now, get_language() or "vi")
        words[Kind.PRICE] = _meanwhile(now)
    if (step := refused.get(Kind.STOCK)) and step.wanted != record.num_in_stock:
        words[Kind.STOCK] = (
            reserved_words(record.num_allocated)
            if step.wanted < record.num_allocated
            else _meanwhile(str(record.num_in_stock))
        )
    if not words:
        return None
    return Refusal(
        price=words.get(Kind.PRICE, ""),
        stock=words.get(Kind.STOCK, ""),
        price_now=price_now,
        stock_now=record.num_in_stock,
    )


def reserved_words(count: int) -> str:
    """Say that so many packs are promised to buyers."""
    return ngettext(
        "%(count)s pack is reserved for orders: there cannot be less.",
        "%(count)s packs are reserved for orders: there cannot be less.",
        count,
    ) % {"count": count}


def _meanwhile(now: str) -> str:
    return _("Somebody changed this meanwhile: now %(now)s. Save again to put yours in its place.") % {
        "now": now
    }
