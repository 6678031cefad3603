"""Fields for days, which show and read a day as the language of the page writes it (`config.formats`)."""

from typing import Any

import django_filters
from django.utils.formats import get_format, localize_input
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.widgets import AdminDateInput


def _written() -> str:
    return str(get_format("DATE_INPUT_FORMATS")[0])


class DayInput(AdminDateInput):
    """Wagtail's calendar; its own setting knows one way of writing for all languages."""

    def format_value(self, value: Any) -> Any:
        """Write the day as the calendar reads it."""
        return localize_input(value, _written())

    def get_config(self) -> dict[str, Any]:
        """Let the calendar read and write the same."""
        return {**super().get_config(), "format": to_datetimepicker_format(_written())}


class DayRangeInput(DateRangePickerWidget):
    """Two of them."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.widgets = [DayInput(attrs=widget.attrs) for widget in self.widgets]


#: How a filter names its question about a field; django-filter's own words are English only.
_QUESTIONS: dict[str, Any] = {
    "exact": "{field}",
    "gte": _("{field}: from"),
    "lte": _("{field}: until"),
    "isnull": _("{field}: empty"),
}


class StaffFilterSet(WagtailFilterSet):
    """Filters of a list, with these fields for days and labels in words."""

    @classmethod
    def filter_for_lookup(cls, field: Any, lookup_type: str) -> Any:
        """Replace Wagtail's fields."""
        filter_class, params = super().filter_for_lookup(field, lookup_type)
        if filter_class in {django_filters.DateFilter, django_filters.DateTimeFilter}:
            params["widget"] = DayInput
        elif filter_class is django_filters.DateFromToRangeFilter:
            params["widget"] = DayRangeInput
        if lookup_type in _QUESTIONS:
            params["label"] = format_lazy(_QUESTIONS[lookup_type], field=capfirst(field.verbose_name))
        return filter_class, params
