from oscar.apps.analytics.abstract_models import AbstractUserRecord

from core.money import widen

widen(AbstractUserRecord)

from oscar.apps.analytics.models import *  # noqa: E402, F403  Oscar's classes follow the widened columns
