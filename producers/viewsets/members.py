"""Who works for which producer; the office appoints first owners and helps where a shop cannot."""

from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from accounts.models import User
from accounts.phones import to_e164
from core.staff import (
    SHOPS,
    DayColumn,
    StaffActionForm,
    StaffActionView,
    StaffViewSet,
    record,
    staff_field,
)
from core.staff.viewset import StaffCreateView
from producers import membership
from producers.choosers import any_producer_chooser
from producers.models import Membership, Role


class AppointForm(forms.ModelForm):
    """A person is named by what they log in with; accounts are not listed for choice."""

    person = forms.CharField(
        label=_("Phone or e-mail of the account"),
        max_length=254,
        help_text=_("The person signs up first."),
    )

    class Meta:
        model = Membership
        fields: ClassVar[list[str]] = ["producer", "person", "role"]
        widgets: ClassVar[dict[str, Any]] = {"producer": any_producer_chooser.widget_class}
        formfield_callback = staff_field

    def clean_person(self) -> User:
        """Return the account."""
        text: str = self.cleaned_data["person"]
        by_email = "@" in text
        known = Q(email__iexact=text) if by_email else Q(phone=to_e164(text))
        user = User.objects.filter(known, is_active=True).first()
        if user and not (user.verified_email() if by_email else user.phone_verified_at):
            raise ValidationError(_("The person has not confirmed this number or address yet."))
        if user is None:
            raise ValidationError(_("There is no account with this number or address."))
        return user


class AppointView(StaffCreateView):
    """Makes the person a member, by the service that keeps the rules."""

    def save_instance(self) -> Membership:
        """Appoint the person."""
        data = self.form.cleaned_data
        clerk = cast("User", self.request.user)
        member = membership.appoint(
            producer=data["producer"], user=data["person"], role=Role(data["role"]), by=clerk
        )
        record(member, "member.appoint", clerk, role=data["role"])
        return member

    def get_success_buttons(self) -> list[Any]:
        """Offer no form: a member has none."""
        return []


class RoleForm(StaffActionForm):
    """Another role, and why."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)

    field_order = ("role", "reason")


class ChangeRole(StaffActionView):
    """Another role for a member."""

    name = "role"
    label = _("Change the role")
    icon = "edit"
    log_action = "member.role"
    form_class = RoleForm
    explanation = _("Owners can do this themselves. A shop that has members keeps an owner.")

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "role": self.object.role}

    def perform(self, data: dict[str, Any]) -> None:
        membership.give_role(self.object, Role(data["role"]))

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"role": data["role"]}


class Remove(StaffActionView):
    """A member goes; the account stays."""

    name = "remove"
    label = _("Remove the member")
    icon = "bin"
    log_action = "member.remove"
    permission_required = "delete"
    is_serious = True
    form_class = StaffActionForm
    explanation = _(
        "The person can no longer open the shop's office; their account stays. A shop that has members "
        "keeps an owner: appoint another one first."
    )

    def perform(self, data: dict[str, Any]) -> Any:
        """Log it on the producer, whose history stays."""
        producer = self.object.producer
        membership.take_out(self.object)
        return producer

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"role": self.object.role}

    def get_success_url(self) -> str:
        return self.get_index_url()


class MemberViewSet(StaffViewSet):
    """Members of all producers."""

    name = "members"
    model = Membership
    icon = "user"
    menu_label = _("Members of shops")
    menu_hook = SHOPS
    menu_order = 20
    form_class = AppointForm
    add_view_class = AppointView
    can_edit = False
    actions = (ChangeRole, Remove)
    select_related = ("producer", "user", "added_by")
    ordering = ("producer__name", "added_at")
    search_fields = ("producer__folded", "user__full_name", "user__phone", "user__email")
    list_display = (
        Column("producer", label=_("Producer"), sort_key="producer__name"),
        Column("user", label=_("Person"), sort_key="user__full_name"),
        Column("role", label=_("Role"), accessor="get_role_display", sort_key="role"),
        DayColumn("added_at", label=_("Member since"), sort_key="added_at"),
    )
    list_filter = ("role",)
    list_export = ("producer", "user", "role", "added_at", "added_by")
    inspect_view_fields = ("producer", "user", "role", "added_at", "added_by")


members = MemberViewSet()
