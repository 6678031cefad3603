from oscar.apps.analytics.abstract_models import AbstractUserRecord

from core.money import widen

widen(AbstractUserRecord)

from oscar.apps.analytics.models import *
