"""The label of a product as a table: what the law asks of its set, in the law's own order."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalogue.kept import label_rules_of
from catalogue.models import OF_PACK, LabelContents, LabelField, LabelRule, Product
from catalogue.passport.completeness import label_of
from core.days import day_words
from core.gs1 import shown_gtin
from core.page_parts import Fact

#: Shown even of a product whose set has no list.
_ALWAYS = (
    LabelField.NET_QUANTITY,
    LabelField.INGREDIENTS,
    LabelField.STORAGE,
    LabelField.SHELF_LIFE_DAYS,
    LabelField.RESPONSIBLE_NAME,
    LabelField.GTIN,
)
#: Fictional on a demo label: names, addresses and numbers.
_INVENTED = frozenset(
    {
        LabelField.NET_QUANTITY,
        LabelField.RESPONSIBLE_NAME,
        LabelField.DECLARATION_NUMBER,
        LabelField.GTIN,
    }
)
_STRONG = frozenset({LabelField.ALLERGENS})


def label_rules_on(product: Product, day: date) -> list[LabelRule]:
    """Return what the label of a product's set carries on `day`, required or not."""
    if product.ocop_set_id is None:
        return []
    return label_rules_of(product.ocop_set_id, day)


def label_page(product: Product, size: Product, rules: Iterable[LabelRule]) -> dict[str, object]:
    """Return the label as the passport shows it; what is not given says so.

    Args:
        product: Read with its label.
        size: The pack size that is shown; the product itself where there is one only.
        rules: Of `label_rules_on`.
    """
    label = label_of(product)
    asked = {rule.field for rule in rules} or set(_ALWAYS)
    rows = []
    for field in LabelField:
        value = _value(label, field, size)
        # A visit has no barcode: what belongs to packs is shown only where the set has packs.
        if field in asked or (value and field not in OF_PACK):
            rows.append(
                Fact(
                    str(field.label),
                    value,
                    is_strong=field in _STRONG and bool(value),
                    is_demo=product.is_demo and field in _INVENTED and bool(value),
                    note=_note(label, field),
                )
            )
    return {"rows": rows, "note": _version_words(label)}


def quantity_words(product: Product) -> str:
    """Return the net quantity as labels write it: 500 g, 1,4 kg, 500 ml, 12 pieces."""
    if not product.net_quantity:
        return ""
    if product.net_unit == Product.NetUnit.PIECE:
        return ngettext("%(count)s piece", "%(count)s pieces", product.net_quantity) % {
            "count": product.net_quantity
        }
    large, small = ("kg", "g") if product.net_unit == Product.NetUnit.GRAM else ("l", "ml")
    if product.net_quantity < 1000:
        return f"{product.net_quantity} {small}"
    amount = f"{product.net_quantity / 1000:g}"
    return f"{amount if get_language() == 'en' else amount.replace('.', ',')} {large}"


def shelf_life_words(days: int) -> str:
    """Return a shelf life as labels write it: days up to two months, then months, whole years as years."""
    if days >= 360 and days % 365 in {0, 1}:
        years = days // 365
        return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    if days >= 60 and days % 30 == 0:
        months = days // 30
        return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}


def _value(label: LabelContents | None, field: LabelField, size: Product) -> str:
    if field == LabelField.NET_QUANTITY:
        return quantity_words(size)
    if field == LabelField.GTIN:
        return shown_gtin(size.upc) if size.upc else ""
    if label is None:
        return ""
    in_words = {
        LabelField.SHELF_LIFE_DAYS: _shelf_life,
        LabelField.ETHANOL_PERCENT: _ethanol,
        LabelField.DECLARATION_NUMBER: _declaration,
    }.get(field)
    return in_words(label) if in_words else str(getattr(label, field) or "")


def _shelf_life(label: LabelContents) -> str:
    return shelf_life_words(label.shelf_life_days) if label.shelf_life_days else ""


def _ethanol(label: LabelContents) -> str:
    if label.ethanol_percent is None:
        return ""
    percent = f"{label.ethanol_percent:g}"
    return f"{percent if get_language() == 'en' else percent.replace('.', ',')} % vol"


def _declaration(label: LabelContents) -> str:
    if label.declaration_exemption is None:
        return label.declaration_number
    return _("not needed: %(ground)s") % {"ground": label.declaration_exemption.words}


def _note(label: LabelContents | None, field: LabelField) -> str:
    if (
        field == LabelField.DECLARATION_NUMBER
        and label is not None
        and label.declaration_exemption is not None
    ):
        return f"({label.declaration_exemption.law}, {label.declaration_exemption.article})"
    return ""


def _version_words(label: LabelContents | None) -> str:
    if label is None:
        return ""
    day = day_words(label.changed_at.date(), get_language() or "vi")
    return _("version %(number)s, %(day)s") % {"number": label.version, "day": day}
