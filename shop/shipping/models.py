from oscar.apps.shipping.abstract_models import (
    AbstractOrderAndItemCharges,
    AbstractWeightBand,
    AbstractWeightBased,
)

from core.money import widen

widen(AbstractOrderAndItemCharges, AbstractWeightBased, AbstractWeightBand)

from oscar.apps.shipping.models import *
