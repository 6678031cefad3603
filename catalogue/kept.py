"""Facts that many pages share, kept by each process while nothing they tell has changed.

For showing only: what decides a sale (basket, order, gate) reads the database.
"""

from datetime import date

from catalogue.models import LabelRule, SaleMode, SaleRule
from core.kept_facts import KeptFacts

_MODES: KeptFacts[dict[int, SaleMode]] = KeptFacts(most=4)
_LABEL_RULES: KeptFacts[list[LabelRule]] = KeptFacts(most=100)


def shown_modes_on(day: date) -> dict[int, SaleMode]:
    """Return `SaleRule.modes_on(day)`, to be shown."""
    return _MODES.of("modes", day, lambda: SaleRule.modes_on(day))


def label_rules_of(ocop_set: int, day: date) -> list[LabelRule]:
    """Return what the label of a set's products carries on `day`, required or not, to be shown."""
    return _LABEL_RULES.of(
        ocop_set, day, lambda: list(LabelRule.objects.in_force(day).filter(ocop_set=ocop_set))
    )
