"""Amounts in templates."""

from decimal import Decimal

from django import template
from django.utils.translation import get_language

from core import money

register = template.Library()


@register.filter
def vnd(amount: int | Decimal) -> str:
    """Write whole đồng as the active language does."""
    return money.vnd(amount, get_language() or "vi")
