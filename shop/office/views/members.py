"""A shop's members: who they are, what they may do, who is invited."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.phones import spaced
from core.errors import DomainError
from producers import membership
from producers.models import Membership, Role
from shop.office.access import EVERYBODY, OWNERS, OfficeView
from shop.office.forms.members import RoleForm


class MembersView(OfficeView):
    """Everybody sees who works here; owners also see how to reach them, and who is invited."""

    section = "members"

    def get(self, request: HttpRequest, /) -> HttpResponse:
        """Show the members."""
        is_owner = self.role == Role.OWNER
        members = self.producer.memberships.select_related("user").order_by("added_at", "pk")
        invitations = self.producer.invitations.open_at(timezone.now()) if is_owner else []
        context = {
            "page_title": _("Members"),
            "is_owner": is_owner,
            "members": [
                {
                    "name": each.user.full_name or _("a member"),
                    "role": each.get_role_display(),
                    "contact": contact_of(each) if is_owner else "",
                    "is_you": each.user_id == self.user.pk,
                    "url": self.url("member", membership_id=each.pk) if is_owner else "",
                }
                for each in members
            ],
            "invitations": [
                {
                    "contact": each.contact,
                    "role": each.get_role_display(),
                    "expires_at": localtime(each.expires_at),
                    "url": self.url("withdraw", invitation_id=each.pk),
                }
                for each in invitations
            ],
            "invite_url": self.url("invite"),
            "leave_url": self.url("leave"),
        }
        return self.page("office/members.html", context)


class MemberView(OfficeView):
    """One member: another role, or out."""

    section = "members"
    readers = writers = OWNERS

    def get(self, request: HttpRequest, /, membership_id: int) -> HttpResponse:
        """Show the member with both forms."""
        member = self._member(membership_id)
        return self._show(member, RoleForm(initial={"role": member.role}))

    def post(self, request: HttpRequest, /, membership_id: int) -> HttpResponse:
        """Give the member another role."""
        member = self._member(membership_id)
        form = RoleForm(request.POST)
        if not form.is_valid():
            return self._show(member, form)
        try:
            membership.change_role(
                membership_id=membership_id,
                producer=self.producer,
                role=Role(form.cleaned_data["role"]),
                by=self.user,
            )
        except DomainError as error:
            form.add_error(None, str(error))
            return self._show(member, form)
        messages.success(request, _("The role was changed."))
        return HttpResponseRedirect(self.url("members"), status=303)

    def _member(self, membership_id: int) -> Membership:
        return self.producer.memberships.select_related("user").get(pk=membership_id)

    def _show(self, member: Membership, form: RoleForm) -> HttpResponse:
        name = member.user.full_name or contact_of(member)
        context = {
            "page_title": name,
            "since": localtime(member.added_at),
            "contact": contact_of(member),
            "form": form,
            "remove_url": self.url("remove", membership_id=member.pk),
            "members_url": self.url("members"),
        }
        return self.page("office/member.html", context)


class RemoveView(OfficeView):
    """Taking a member out, asked once more."""

    section = "members"
    readers = writers = OWNERS

    def get(self, request: HttpRequest, /, membership_id: int) -> HttpResponse:
        """Ask."""
        member = self.producer.memberships.select_related("user").get(pk=membership_id)
        return self._ask(member)

    def post(self, request: HttpRequest, /, membership_id: int) -> HttpResponse:
        """Take the member out."""
        member = self.producer.memberships.select_related("user").get(pk=membership_id)
        try:
            membership.remove(membership_id=membership_id, producer=self.producer, by=self.user)
        except DomainError as error:
            return self._ask(member, str(error))
        messages.success(request, _("The member was removed."))
        if member.user_id == self.user.pk:
            return HttpResponseRedirect(reverse("office:shops"), status=303)
        return HttpResponseRedirect(self.url("members"), status=303)

    def _ask(self, member: Membership, error: str = "") -> HttpResponse:
        name = member.user.full_name or contact_of(member)
        context = {
            "page_title": _("Remove %(name)s?") % {"name": name},
            "words": _(
                "%(name)s can then no longer open this office. What they changed stays in the history."
            )
            % {"name": name},
            "button": _("Remove the member"),
            "error": error,
            "back_url": self.url("member", membership_id=member.pk),
        }
        return self.page("office/confirm.html", context)


class LeaveView(OfficeView):
    """Leaving a shop of one's own will, asked once more."""

    section = "members"
    writers = EVERYBODY

    def get(self, request: HttpRequest, /) -> HttpResponse:
        """Ask."""
        return self._ask()

    def post(self, request: HttpRequest, /) -> HttpResponse:
        """Leave."""
        try:
            membership.leave(producer=self.producer, user=self.user)
        except DomainError as error:
            return self._ask(str(error))
        messages.success(request, _("You have left %(shop)s.") % {"shop": self.producer.name})
        return HttpResponseRedirect(reverse("office:shops"), status=303)

    def _ask(self, error: str = "") -> HttpResponse:
        context = {
            "page_title": _("Leave %(shop)s?") % {"shop": self.producer.name},
            "words": _("You can then no longer open this office. An owner can invite you again."),
            "button": _("Leave the shop"),
            "error": error,
            "back_url": self.url("members"),
        }
        return self.page("office/confirm.html", context)


def contact_of(member: Membership) -> str:
    """Return how an owner reaches a member."""
    user = member.user
    return spaced(user.phone) if user.phone else user.email or ""
