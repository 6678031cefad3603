"""Oscar's offers in whole đồng: what an offer is said to save is what its lines save."""

from typing import Any

from oscar.apps.offer.abstract_models import AbstractBenefit, AbstractCondition, AbstractConditionalOffer
from oscar.apps.offer.results import BasketDiscount

from core.money import widen

widen(AbstractConditionalOffer, AbstractBenefit, AbstractCondition)


class ConditionalOffer(AbstractConditionalOffer):
    """An offer whose total is added up from its lines.

    Oscar takes fractions off the lines and rounds only their sum, so lines and total drift apart.
    """

    def apply_benefit(self, basket: Any) -> Any:
        """Apply the offer and report what the lines were lowered by, each in whole đồng."""
        before = sum(line.discount_value for line in basket.all_lines())
        result = super().apply_benefit(basket)
        if not result.affects_basket:
            return result
        return BasketDiscount(sum(line.discount_value for line in basket.all_lines()) - before)


from oscar.apps.offer.models import *  # type: ignore[assignment]  # Oscar's other models come last
