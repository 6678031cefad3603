"""Inviting people, withdrawing an invitation, and the page that an invitation's link opens."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.pictures import band_url
from core.errors import DomainError
from producers import invitations
from producers.models import Invitation, Role
from shop.office.access import OWNERS, OfficeView
from shop.office.forms.members import ROLE_WORDS, InviteForm


class InviteView(OfficeView):
    """Invite somebody by phone or e-mail."""

    section = "members"
    readers = writers = OWNERS

    def get(self, request: HttpRequest, /) -> HttpResponse:
        """Show the form."""
        return self._show(InviteForm(initial={"role": Role.SALES}))

    def post(self, request: HttpRequest, /) -> HttpResponse:
        """Send the invitation, and show its link this once."""
        form = InviteForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        try:
            invited = invitations.invite(producer=self.producer, by=self.user, **form.invitation())
        except DomainError as error:
            form.add_error("contact", str(error))
            return self._show(form)
        context = {
            "page_title": _("Invitation sent"),
            "contact": invited.invitation.contact,
            "role": invited.invitation.get_role_display(),
            "expires_at": localtime(invited.invitation.expires_at),
            "link": invited.url,
            "members_url": self.url("members"),
        }
        return self.page("office/invited.html", context)

    def _show(self, form: InviteForm) -> HttpResponse:
        context = {"page_title": _("Invite a member"), "form": form, "members_url": self.url("members")}
        return self.page("office/invite.html", context)


class WithdrawView(OfficeView):
    """Withdrawing an invitation, asked once more."""

    section = "members"
    readers = writers = OWNERS

    def get(self, request: HttpRequest, /, invitation_id: int) -> HttpResponse:
        """Ask."""
        invitation = self.producer.invitations.get(pk=invitation_id)
        context = {
            "page_title": _("Withdraw the invitation of %(contact)s?") % {"contact": invitation.contact},
            "words": _("The link that was sent stops working at once."),
            "button": _("Withdraw the invitation"),
            "back_url": self.url("members"),
        }
        return self.page("office/confirm.html", context)

    def post(self, request: HttpRequest, /, invitation_id: int) -> HttpResponse:
        """Withdraw it."""
        try:
            invitations.withdraw(invitation_id=invitation_id, producer=self.producer, by=self.user)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The invitation was withdrawn."))
        return HttpResponseRedirect(self.url("members"), status=303)


class InvitationView(View):
    """What an invitation's link opens: who invites to what, and a button. Opening it changes nothing."""

    def dispatch(self, request: HttpRequest, token: str) -> HttpResponseBase:
        """Find the invitation; a link that was never sent is not found."""
        invitation = Invitation.objects.of_token(token).select_related("producer", "invited_by").first()
        if invitation is None:
            raise Http404
        self.invitation = invitation
        return super().dispatch(request, token)

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the invitation."""
        return self._show()

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Accept it, once signed in as the person it names."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        try:
            membership = invitations.accept(token=token, user=request.user)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except DomainError as error:
            self.invitation.refresh_from_db()
            return self._show(str(error))
        shop = membership.producer.name
        messages.success(request, _("You are now a member of %(shop)s.") % {"shop": shop})
        url = reverse("office:overview", kwargs={"producer_id": membership.producer_id})
        return HttpResponseRedirect(url, status=303)

    def _show(self, error: str = "") -> HttpResponse:
        invitation, here = self.invitation, self.request.get_full_path()
        state = invitation.state_at(timezone.now())
        closed = "" if state == Invitation.State.OPEN else invitations.closed_words(state)
        role = Role(invitation.role)
        context = {
            "page_title": _("Invitation to %(shop)s") % {"shop": invitation.producer.name},
            "producer": invitation.producer,
            "band_url": band_url(invitation.producer),
            "invited_by": invitation.invited_by.full_name if invitation.invited_by else "",
            "role": role.label,
            "role_words": ROLE_WORDS[role],
            "expires_at": localtime(invitation.expires_at),
            "contact_hint": invitation.contact_hint,
            "closed": closed,
            "error": "" if closed else error,
            "log_in_url": redirect_to_login(here).url,
            "sign_up_url": redirect_to_login(here, reverse("account_signup")).url,
        }
        return render(self.request, "office/invitation.html", context, status=410 if closed else 200)
