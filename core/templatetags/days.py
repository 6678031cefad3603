"""Days in templates: 28/06/2029 in Vietnamese, 28 Jun 2029 in English."""

from datetime import date

from django import template
from django.utils.translation import get_language

from core.days import day_words

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """Write a day in full; nothing for no day."""
    return day_words(value, get_language() or "vi") if value else ""


@register.filter
def short_month(value: date | None) -> str:
    """Write month and year as on badges: 06/2029."""
    return f"{value:%m/%Y}" if value else ""
