"""A person's own data: a copy of all of it, or its end."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from accounts.errors import EraseRefused
from accounts.models import User
from accounts.personal.erase import erase_person, refusals
from accounts.personal.export import export_person
from core.client import Limit
from core.clock import today
from core.page_parts import Link
from core.personal_data import personal_data
from core.views.errors import too_many_requests
from shop.customer.forms import ERASE_WORDS, EraseForm
from shop.customer.views.base import AccountView

#: Reading everything costs the database something, and nobody needs more copies.
EXPORTS = Limit("export", most=5, window_seconds=3600)


def showed_themselves(request: HttpRequest) -> bool:
    """Say whether the person logged in, or gave their password again, within the last minutes.

    A browser left open on a desk must neither hand out nor erase a person.
    """
    person = request.user if isinstance(request.user, User) else None
    oldest = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    return any(record["at"] >= oldest for record in get_authentication_records(request, person))


class _SensitiveView(AccountView):
    """A page whose forms need a recent log-in or password."""

    def way_to_confirm(self) -> dict[str, Any]:
        """Return the link to the page that asks again; empty when there is no need."""
        if showed_themselves(self.request):
            return {}
        back = urlencode({"next": self.request.path})
        if self.user.has_usable_password():
            return {"confirm_url": f"{reverse('account_reauthenticate')}?{back}"}
        # Who logs in by code only has nothing else to show: they log in again.
        return {"confirm_url": reverse("account_logout"), "log_in_again": "yes"}


class DataView(_SensitiveView):
    """Explains both and holds the button for the copy."""

    template = "customer/data.html"
    title = _("Your data")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the page."""
        return self.page(**self.way_to_confirm())


class ExportView(AccountView):
    """Hands out the file; only by a form, since links are fetched by others too."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Answer with the file."""
        if not showed_themselves(request):
            messages.info(request, _t("Confirm first that it is you."))
            return HttpResponseRedirect(reverse("customer:data"))
        who = str(self.user.pk)
        if not EXPORTS.count(who):
            return too_many_requests(request, EXPORTS.seconds_left())
        response = HttpResponse(export_person(self.user), content_type="application/json; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="my-data-{today():%Y%m%d}.json"'
        return response


class EraseView(_SensitiveView):
    """Says what goes and what stays and why, and erases when the person confirms."""

    template = "customer/erase.html"
    title = _("Erase my account")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what would happen."""
        return self._show(EraseForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Erase, and end with a page that knows nobody."""
        form = EraseForm(request.POST)
        if not showed_themselves(request):
            return self._show(form, status=403)
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            erase_person(self.user)
        except EraseRefused:
            return self._show(form, status=409)
        except User.DoesNotExist:
            pass  # a second click: the first has done it
        request.session.flush()
        request.user = AnonymousUser()
        return HttpResponseRedirect(reverse("customer:erased"), status=303)

    def _show(self, form: EraseForm, status: int = 200) -> HttpResponse:
        parts: list[Any] = [filler() for filler in personal_data]
        return self.page(
            form=form,
            erase_words=ERASE_WORDS,
            goes=[part.title for part in parts if part.title],
            stays=[part.kept for part in parts if part.kept],
            refusals=refusals(self.user, parts),
            status=status,
            **self.way_to_confirm(),
        )

    def steps(self) -> list[Link]:
        """Return the way through the page about data."""
        return [*super().steps(), Link(str(DataView.title), reverse("customer:data"))]


class ErasedView(View):
    """What is left to say to somebody who is a stranger now."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the page."""
        return render(request, "customer/erased.html", {"page_title": _t("Your account is erased")})
