"""What producers add to Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from core.staff import register_reasoned
from producers.choosers import CHOOSERS
from producers.viewsets import BULK_ACTIONS, VIEWSETS

LOGGED = {
    "producer.hide": _("Producer hidden from visitors"),
    "producer.show": _("Producer shown to visitors"),
    "claim.approve": _("Shop opened to its owner"),
    "claim.refuse": _("Claim refused"),
    "claim.look": _("Paper of a claim opened"),
    "member.appoint": _("Member appointed"),
    "member.role": _("Role of a member changed"),
    "member.remove": _("Member removed"),
    "invitation.withdraw": _("Invitation withdrawn"),
}


@hooks.register("register_admin_viewset")
def register_viewsets() -> tuple[Any, ...]:
    """Register the screens and the dialogue for producers."""
    return (*CHOOSERS, *VIEWSETS)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what staff do to producers."""
    for name, label in LOGGED.items():
        register_reasoned(actions, name, label)


for bulk_action in BULK_ACTIONS:
    hooks.register("register_bulk_action", bulk_action)
