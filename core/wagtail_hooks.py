"""What the ground of the house adds to Wagtail's admin: menus, the log's actions, the panel of what waits."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
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


@hooks.register("insert_global_admin_js")
def insert_script() -> str:
    """Name for those who hear the page what Wagtail leaves without a name."""
    return format_html(
        '<script src="{}" data-account-label="{}" data-search-label="{}"></script>',
        static("js/staff.js"),
        _("Your account"),
        _("Search in this list"),
    )


@hooks.register("insert_global_admin_css")
def insert_style() -> str:
    """Make small targets of lists as high as a fingertip."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/staff.css"))


@hooks.register("construct_homepage_panels")
def add_waiting(request: HttpRequest, panels: list[Any]) -> None:
    """Put what waits for staff on the first page."""
    panels.append(WaitingPanel())
