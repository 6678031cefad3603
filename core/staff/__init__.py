"""Screens for staff in Wagtail's admin: what those of every room share."""

from .actions import StaffActionForm, StaffActionView
from .bulk import StaffBulkAction
from .columns import DayColumn, StateColumn
from .days import DayInput, DayRangeInput, StaffFilterSet
from .forms import refuse_backward_period, staff_field
from .log import record, register_reasoned
from .menus import RULES, SHOPS, TRADE
from .panels import Waiting, may_see, staff_panels
from .viewset import StaffViewSet

__all__ = [
    "RULES",
    "SHOPS",
    "TRADE",
    "DayColumn",
    "DayInput",
    "DayRangeInput",
    "StaffActionForm",
    "StaffActionView",
    "StaffBulkAction",
    "StaffFilterSet",
    "StaffViewSet",
    "StateColumn",
    "Waiting",
    "may_see",
    "record",
    "refuse_backward_period",
    "register_reasoned",
    "staff_field",
    "staff_panels",
]
