from oscar.apps.offer.abstract_models import AbstractBenefit, AbstractCondition, AbstractConditionalOffer

from core.money import widen

widen(AbstractConditionalOffer, AbstractBenefit, AbstractCondition)

from oscar.apps.offer.models import *  # noqa: E402, F403  Oscar's classes follow the widened columns
