"""Columns of staff lists."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import get_language
from wagtail.admin.ui.tables import Column, StatusTagColumn

from core.days import day_words


class DayColumn(Column):
    """A day in figures, as the language writes it; nothing for no day."""

    def get_value(self, instance: Any) -> str:
        """Write the day."""
        day = super().get_value(instance)
        return day_words(day, get_language() or "vi") if day else ""


class StateColumn(StatusTagColumn):
    """A state as a tag, the good ones in colour."""

    def __init__(self, name: str, *, good: Callable[[Any], bool] | None = None, **kwargs: Any) -> None:
        super().__init__(name, primary=good, **kwargs)
