from oscar.apps.shipping.abstract_models import AbstractOrderAndItemCharges, AbstractWeightBased, AbstractWeightBand

from core.money import widen

widen(AbstractOrderAndItemCharges, AbstractWeightBased, AbstractWeightBand)

from oscar.apps.shipping.models import *  # noqa: E402, F403  Oscar's classes follow the widened columns
