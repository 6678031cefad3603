from oscar.apps.payment.abstract_models import AbstractSource, AbstractTransaction

from core.money import widen

widen(AbstractSource, AbstractTransaction)

from oscar.apps.payment.models import *
