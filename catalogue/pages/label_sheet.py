"""A4 sheets of labels that carry the QR of a lot, to be printed and cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import segno
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.models import Lot
from core.days import day_words
from core.gs1 import shown_gtin

#: Labels on one sheet: columns and rows; the styles of these names set their size in millimetres.
LAYOUTS = {"24": (3, 8), "40": (4, 10), "65": (5, 13)}
LAYOUT_WORDS = (
    ("24", _("24 labels (3 × 8)")),
    ("40", _("40 labels (4 × 10)")),
    ("65", _("65 labels (5 × 13)")),
)
MOST_LABELS = 1_000


@dataclass(frozen=True, slots=True)
class LotLabel:
    """One label: what a person reads beside the code that a phone reads."""

    title: str
    size: str
    code: str
    made: str
    best_before: str
    gtin: str
    qr: str
    is_demo: bool


def label_of_lot(lot: Lot) -> LotLabel:
    """Return the label of a lot whose product has a barcode."""
    language = get_language() or "vi"
    size = lot.product
    owner = size.parent if size.parent_id and size.parent else size
    return LotLabel(
        title=owner.title,
        size=size.pack_label or "" if size.parent_id else "",
        code=lot.code,
        made=day_words(lot.made_on, language),
        best_before=day_words(lot.best_before, language) if lot.best_before else "",
        gtin=shown_gtin(str(size.upc)),
        qr=link_qr(lot.digital_link),
        is_demo=lot.is_demo,
    )


def link_qr(address: str) -> str:
    """Return the QR of an address as SVG without a size of its own (ISO/IEC 18004, error correction M)."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
        out,
        kind="svg",
        border=2,
        light="#fff",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        svgclass="label__qr",
    )
    return out.getvalue().decode()


def sheets(labels: Sequence[LotLabel], copies: int, layout: str) -> list[list[LotLabel]]:
    """Return the labels, each `copies` times, by sheet; the last sheet may be short."""
    columns, rows = LAYOUTS[layout]
    each = columns * rows
    wanted = [label for label in labels for _copy in range(copies)]
    return [wanted[start : start + each] for start in range(0, len(wanted), each)]
