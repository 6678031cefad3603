"""Baskets and their lines, under Oscar's label `basket`."""

from .basket import Basket
from .line import MOST_PER_LINE, Line

__all__ = ["MOST_PER_LINE", "Basket", "Line"]

from oscar.apps.basket.models import *  # type: ignore[assignment]  # Oscar's other models come last
