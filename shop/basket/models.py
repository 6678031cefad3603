from oscar.apps.basket.abstract_models import AbstractLine

from core.money import widen

widen(AbstractLine)

from oscar.apps.basket.models import *  # noqa: E402, F403  Oscar's classes follow the widened columns
