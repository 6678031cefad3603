"""Lots as passports show them: dates, what happened, and recalls."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.models import Lot, LotEvent, Product
from core.days import day_words
from core.page_parts import Fact, TimelineEvent

#: Lots listed on the page of an item; older ones are found by their code.
MOST_LISTED = 12
#: What a page tells of an event.
_EVENT = ("on", "kind", "words_vi", "words_en", "place_vi", "place_en")


@dataclass(frozen=True, slots=True)
class Recall:
    """A lot that is called back, as a message tells it."""

    code: str
    size: str
    since: str
    reason: str
    advice: str
    url: str
    is_demo: bool


def lots_to_show(sizes: list[Product], size: Product) -> tuple[Lot | None, list[LotEvent], list[Lot]]:
    """Return the newest lot of a pack size with its events, and the recalled lots of all sizes; one query."""
    newest = Lot.objects.filter(product=size.pk).newest_first().values("pk")[:1]
    rows = (
        Lot.objects.filter(Q(pk=Subquery(newest)) | Q(product__in=sizes, recalled_on__isnull=False))
        .select_related("product__parent")
        .annotate(**{f"event_{name}": F(f"events__{name}") for name in _EVENT})
        .order_by("-made_on", "-pk", "events__on", "events__pk")
    )
    found: dict[int, Lot] = {}
    events: dict[int, list[LotEvent]] = defaultdict(list)
    for row in rows:
        found.setdefault(row.pk, row)
        event = {name: getattr(row, f"event_{name}") for name in _EVENT}
        if event["on"] is not None:
            events[row.pk].append(LotEvent(**event))
    shown = next((lot for lot in found.values() if lot.product_id == size.pk), None)
    recalled = [lot for lot in found.values() if lot.is_recalled]
    return shown, events[shown.pk] if shown else [], recalled


def lot_page(
    lot: Lot | None, events: Iterable[LotEvent], size: Product, day: date
) -> dict[str, object] | None:
    """Return the passport's page of a lot; None where goods of that kind are not traced."""
    link = reverse("passport:item", kwargs={"gtin": size.upc}) if size.upc else ""
    if lot is None:
        return {"note": "", "rows": [], "events": [], "url": "", "form_url": link} if link else None
    return {
        "note": _("lot %(code)s") % {"code": lot.code},
        "rows": lot_facts(lot, day),
        "events": [event_of(event, lot) for event in events],
        "url": lot.get_absolute_url(),
        "form_url": link,
    }


def lot_facts(lot: Lot, day: date) -> list[Fact]:
    """Return the dates of a lot; a day past or close says so."""
    language = get_language() or "vi"
    left = lot.days_left(day)
    note = ""
    if left is not None and left < 0:
        note = _("past")
    elif lot.is_near_end(day):
        note = _("close to its end")
    return [
        Fact(_("Lot"), lot.code, is_strong=True, is_demo=lot.is_demo),
        Fact(_("Made on"), day_words(lot.made_on, language)),
        Fact(
            _("Best before"),
            day_words(lot.best_before, language) if lot.best_before else _("none on the label"),
            note=note,
            is_strong=bool(note),
        ),
    ]


def event_of(event: LotEvent, lot: Lot) -> TimelineEvent:
    """Return one step of a lot's history."""
    kind = str(event.get_kind_display())
    return TimelineEvent(
        title=f"{kind}: {event.words}" if event.words else kind,
        when=day_words(event.on, get_language() or "vi"),
        is_now=True,
        note=event.place or "",
        is_demo=lot.is_demo,
    )


def recall_of(lot: Lot) -> Recall:
    """Return what a message tells of a recalled lot."""
    size = lot.product
    assert lot.recalled_on is not None
    return Recall(
        code=lot.code,
        size=size.pack_label or "" if size.parent_id else "",
        since=day_words(lot.recalled_on, get_language() or "vi"),
        reason=lot.recall_reason,
        advice=lot.recall_advice,
        url=lot.get_absolute_url(),
        is_demo=lot.is_demo,
    )


def recalls_on(lots: list[Lot], day: date) -> list[Recall]:
    """Return the recalls that still concern somebody on `day`."""
    return [recall_of(lot) for lot in lots if lot.is_recalled and lot.is_told_on(day)]
