"""What this room adds to Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from cms.viewsets import VIEWSETS
from core.staff import register_reasoned


@hooks.register("register_admin_viewset")
def register_viewsets() -> tuple[Any, ...]:
    """Register the screens."""
    return VIEWSETS


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what the office does with letters."""
    register_reasoned(actions, "enquiry.answer", _("Letter answered"))
