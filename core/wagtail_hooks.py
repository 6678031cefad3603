"""What the ground of the house adds to Wagtail's admin: menus, the log's actions, the panel of what waits."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from core.staff import log
from core.staff.menus import RulesMenu, ShopsMenu, TradeMenu
from core.staff.panels import WaitingPanel


@hooks.register("register_admin_viewset")
def register_menus() -> list[Any]:
    """Register the menus that the rooms hang their screens in."""
    return [TradeMenu(), ShopsMenu(), RulesMenu()]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what every staff screen logs."""
    actions.register_action(log.EDIT)(log.EditFormatter)
    actions.register_action(log.EXPORT)(log.ExportFormatter)


@hooks.register("construct_homepage_panels")
def add_waiting(request: HttpRequest, panels: list[Any]) -> None:
    """Put what waits for staff on the first page."""
    panels.append(WaitingPanel())
