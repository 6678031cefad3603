"""Invitations of all shops: staff see how it stands with one and can close it; its link nobody sees."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.staff import SHOPS, DayColumn, StaffActionForm, StaffActionView, StaffViewSet, StateColumn
from producers import invitations as services
from producers.models import Invitation


def state_of(invitation: Invitation) -> Invitation.State:
    """Return what became of an invitation by now."""
    return invitation.state_at(timezone.now())


class Withdraw(StaffActionView):
    """The link stops working."""

    name = "withdraw"
    label = _("Withdraw the invitation")
    icon = "cross"
    log_action = "invitation.withdraw"
    is_serious = True
    form_class = StaffActionForm
    explanation = _("The link that was sent stops working at once.")

    @classmethod
    def is_offered(cls, instance: Invitation) -> bool:
        return state_of(instance) == Invitation.State.OPEN

    def perform(self, data: dict[str, Any]) -> None:
        services.close(self.object)


class InvitationViewSet(StaffViewSet):
    """What owners offered to whom."""

    name = "invitations"
    model = Invitation
    icon = "mail"
    menu_hook = SHOPS
    menu_order = 30
    can_add = False
    can_edit = False
    actions = (Withdraw,)
    select_related = ("producer", "invited_by", "accepted_by")
    ordering = "-created_at"
    search_fields = ("producer__folded", "phone", "email")
    list_display = (
        Column("producer", label=_("Producer"), sort_key="producer__name"),
        Column("contact", label=_("Sent to")),
        Column("role", label=_("Role"), accessor="get_role_display", sort_key="role"),
        StateColumn(
            "state",
            label=_("State"),
            accessor=lambda row: state_of(row).label,
            good=lambda row: state_of(row) in {Invitation.State.OPEN, Invitation.State.ACCEPTED},
        ),
        DayColumn("created_at", label=_("Sent on"), sort_key="created_at"),
        DayColumn("expires_at", label=_("Works until"), sort_key="expires_at"),
    )
    list_filter = ("role",)
    list_export = ("producer", "role", "created_at", "expires_at", "accepted_at", "revoked_at")
    inspect_view_fields = (
        "producer",
        "role",
        "phone",
        "email",
        "invited_by",
        "created_at",
        "expires_at",
        "accepted_at",
        "accepted_by",
        "revoked_at",
    )


invitations = InvitationViewSet()
