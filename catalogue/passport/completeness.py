"""Whether a product's label has all that the law asks of its set on a day, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from catalogue.models import OF_PACK, LabelContents, LabelField, LabelRule, Product
from catalogue.models.label_contents import TRANSLATED
from core.clock import today

#: The last day of a label to which no change of the law is known.
NO_END = date.max
#: Letters by Unicode that are drawn as nothing: the fillers of Hangul.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")


@dataclass(frozen=True, slots=True)
class Missing:
    """One piece that a label lacks, in words, with the law that asks for it."""

    field: str
    words: str
    basis: str = ""


def missing_for_sale(product: Product, day: date) -> list[Missing]:
    """Return what keeps a product from being on sale on `day`; nothing where it is complete.

    Args:
        product: A product, or a pack size: then only its own pieces and its parent's label count.
        day: Whose law counts.
    """
    owner, packs = _owner_and_packs(product)
    return missing_on(day, owner, label_of(owner), packs, rules_of(owner))


def missing_with(product: Product, label: LabelContents | None, day: date | None = None) -> list[Missing]:
    """Return what a product would lack with this label, which need not be saved."""
    owner, packs = _owner_and_packs(product)
    return missing_on(day or today(), owner, label, packs, rules_of(owner))


def check_still_complete(product: Product) -> None:
    """Refuse a change of a product on sale, not yet saved, that would leave out what the law asks.

    Raises:
        ValidationError: With all that would be missing.
    """
    owner = product.parent if product.parent_id else product
    if owner is None or owner.published_for_sale_at is None or not product.is_public:
        return
    day = today()
    packs = [product] if product.structure != Product.PARENT else _public_packs(product)
    missing = missing_on(day, owner, label_of(owner), packs, rules_of(owner))
    if missing:
        raise ValidationError(
            _("The product is on sale and this is missing: %(list)s. Take it off sale first.")
            % {"list": "; ".join(each.words for each in missing)}
        )


def missing_on(
    day: date,
    owner: Product,
    label: LabelContents | None,
    packs: Sequence[Product],
    rules: Iterable[LabelRule],
) -> list[Missing]:
    """Return what is missing on `day`; asks the database nothing.

    Args:
        day: Whose law counts.
        owner: The product or, of pack sizes, their parent.
        label: Of the owner, or None.
        packs: What is sold: the public pack sizes, or the owner itself.
        rules: Of the owner's set, of all days.
    """
    if owner.ocop_set_id is None:
        return [Missing("", _("The set of the product"))]
    asked = {rule.field: rule for rule in rules if rule.holds_on(day) and rule.level == rule.Level.REQUIRED}
    if not asked:
        return [Missing("", _("What the law asks of this set is not recorded yet"))]
    missing = [] if packs else [Missing("", _("A pack size that is shown to visitors"))]
    for field in LabelField:
        rule = asked.get(field)
        if rule is None:
            continue
        if field in OF_PACK:
            missing += [
                Missing(field, _pack_words(field, pack), rule.basis)
                for pack in packs
                if not is_given_by(pack, field)
            ]
        elif not is_given(label, field, day):
            missing.append(Missing(field, str(field.label), rule.basis))
    return missing


def complete_until(
    day: date,
    owner: Product,
    label: LabelContents | None,
    packs: Sequence[Product],
    rules: Sequence[LabelRule],
) -> date | None:
    """Return the last day, from `day` on, on which the label has all that the law is known to ask.

    Returns:
        `NO_END` where no known change makes it incomplete; None where it is incomplete on `day` already.
    """
    if missing_on(day, owner, label, packs, rules):
        return None
    exemption = label.declaration_exemption if label and label.declaration_exemption_id else None
    changes = {rule.valid_from for rule in rules}
    changes |= {rule.valid_to + timedelta(days=1) for rule in rules if rule.valid_to}
    if exemption is not None and exemption.valid_to:
        changes.add(exemption.valid_to + timedelta(days=1))
    for change in sorted(change for change in changes if change > day):
        if missing_on(change, owner, label, packs, rules):
            return change - timedelta(days=1)
    return NO_END


def is_given(label: LabelContents | None, field: str, day: date) -> bool:
    """Say whether a label has a piece; of what is translated, the Vietnamese counts (Art. 42 of 37/2026).

    A dash, or signs that nobody sees, are no piece: it has a letter or a digit at least.
    """
    if label is None:
        return False
    if field == LabelField.DECLARATION_NUMBER and label.declaration_exemption_id:
        exemption = label.declaration_exemption
        return exemption is not None and exemption.holds_on(day)
    value = getattr(label, f"{field}_vi" if field in TRANSLATED else field)
    return value is not None and any(sign.isalnum() and sign not in _BLANK_LETTERS for sign in str(value))


def is_given_by(pack: Product, field: str) -> bool:
    """Say whether a pack size has a piece of its own."""
    return bool(pack.net_quantity if field == LabelField.NET_QUANTITY else pack.upc)


def label_of(product: Product) -> LabelContents | None:
    """Return the label of a product, or None; asks the database unless it was read along."""
    return getattr(product, "label", None) if product.pk else None


def rules_of(owner: Product) -> list[LabelRule]:
    """Return the rules of a product's set, of all days."""
    return list(LabelRule.objects.filter(ocop_set=owner.ocop_set_id)) if owner.ocop_set_id else []


def _owner_and_packs(product: Product) -> tuple[Product, list[Product]]:
    if product.parent_id and product.parent is not None:
        return product.parent, [product]
    return product, _public_packs(product) if product.structure == Product.PARENT else [product]


def _public_packs(parent: Product) -> list[Product]:
    return [pack for pack in parent.children.all() if pack.is_public] if parent.pk else []


def _pack_words(field: LabelField, pack: Product) -> str:
    if not pack.parent_id:
        return str(field.label)
    return _("%(piece)s of the pack size “%(size)s”") % {
        "piece": field.label,
        "size": pack.pack_label or pack.title or pack.pk,
    }
