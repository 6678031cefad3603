"""Pages on which people ask for the page of their shop, and see how it stands."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.generic import View

from accounts.phones import spaced
from core.client import Limit
from core.errors import DomainError
from core.page_parts import Fact
from core.uploads.again import ask_for_files_again
from core.vietnamese import fold
from core.views.errors import too_many_requests
from producers.claims import services
from producers.claims.forms import PAPER_OF_KIND, ClaimForm
from producers.models import Claim, Partner

#: Of good forms from one person, since a village may share one address; each may carry three files.
SENT = Limit("claim-sent", most=10, window_seconds=3_600)
_FOUND = 20


class StartView(View):
    """Where one begins: is the shop in the register already?"""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Look for the shop among those that only the press named."""
        query = request.GET.get("shop", "").strip()[:100]
        reported = Partner.objects.public().filter(standing=Partner.Standing.REPORTED)
        found = reported.filter(folded__contains=fold(query)).order_by("name")[:_FOUND] if query else []
        context = {
            "page_title": _("Run the page of your shop"),
            "query": query,
            "found": [{"name": each.name, "url": reverse("claims:claim", args=[each.pk])} for each in found],
            "register_url": reverse("claims:register"),
            "own": Claim.objects.filter(user=request.user) if request.user.is_authenticated else [],
        }
        return render(request, "claims/start.html", context)


class _AskView(View):
    """The form; people without a confirmed phone number are told how to get one first."""

    producer: Partner | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let people with a confirmed number pass."""
        self.find(**kwargs)
        user = request.user
        if user.is_authenticated and user.phone_verified_at is not None:
            return super().dispatch(request)
        context = {
            "page_title": self.title(),
            "producer": self.producer,
            "is_signed_in": user.is_authenticated,
            "log_in_url": redirect_to_login(request.get_full_path()).url,
        }
        return render(
            request, "claims/phone_first.html", context, status=200 if request.method == "GET" else 403
        )

    def find(self, **kwargs: Any) -> None:
        """Find what is asked for."""

    def title(self) -> str:
        """Return the heading."""
        return _("Register a new shop")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty form."""
        return self._show(ClaimForm(initial={"form_key": uuid.uuid4()}, producer=self.producer))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep what was sent, and show how it stands."""
        form = ClaimForm(request.POST, request.FILES, producer=self.producer)
        if form.is_valid():
            if not SENT.count(f"user:{request.user.pk}"):
                return too_many_requests(request, SENT.seconds_left())
            try:
                claim = services.submit(
                    user=request.user,  # type: ignore[arg-type]
                    producer=self.producer,
                    form_key=form.cleaned_data["form_key"],
                    facts=form.facts(),
                    papers=form.papers(),
                )
            except DomainError as error:
                form.add_error(None, str(error))
            else:
                return HttpResponseRedirect(claim.status_url, status=303)
        ask_for_files_again(form)
        return self._show(form)

    def _show(self, form: ClaimForm) -> HttpResponse:
        context = {
            "page_title": self.title(),
            "producer": self.producer,
            "form": form,
            "papers": [(kind.label, words) for kind, words in PAPER_OF_KIND.items()],
            "phone": spaced(self.request.user.phone or ""),  # type: ignore[union-attr]
        }
        return render(self.request, "claims/form.html", context)


class RegisterView(_AskView):
    """Register a shop that is not in the register."""


class ClaimView(_AskView):
    """Ask for a producer that only the press named."""

    def find(self, **kwargs: Any) -> None:
        """Find the producer; one that is run by its owner has nothing to ask for."""
        reported = Partner.objects.public().filter(standing=Partner.Standing.REPORTED)
        self.producer = get_object_or_404(reported, pk=kwargs["producer_id"])

    def title(self) -> str:
        """Name the producer."""
        return _("Run the page of %(name)s") % {"name": self.producer.name if self.producer else ""}


class StatusView(View):
    """How a request stands; the link opens it, a wrong one is not found."""

    def dispatch(self, request: HttpRequest, code: str, token: str) -> HttpResponseBase:
        """Find the request of this code and token."""
        claim = Claim.objects.select_related("producer", "unit__province").filter(code=code).first()
        if claim is None or not constant_time_compare(claim.token, token):
            raise Http404
        self.claim = claim
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        claim = self.claim
        is_owner = request.user == claim.user
        approved = claim.state == Claim.State.APPROVED and claim.producer is not None
        context = {
            "page_title": _("Request %(code)s") % {"code": claim.code},
            "claim": claim,
            "rows": [
                Fact(_("Shop"), claim.name, is_demo=claim.is_demo),
                Fact(_("State"), claim.get_state_display(), is_strong=True),
                Fact(_("Asked on"), f"{localtime(claim.created_at):%d/%m/%Y %H:%M}"),
                Fact(_("Papers sent"), ", ".join(str(paper) for paper in claim.papers.all())),
            ],
            "is_overtaken": claim.is_overtaken,
            "can_withdraw": claim.state == Claim.State.SUBMITTED,
            "office_url": reverse("office:overview", args=[claim.producer_id])
            if approved and is_owner
            else "",
            "public_url": claim.producer.get_absolute_url() if approved and claim.producer else "",
        }
        return render(request, "claims/status.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Withdraw it."""
        try:
            services.withdraw(claim_id=self.claim.pk)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Your request was withdrawn."))
        return HttpResponseRedirect(self.claim.status_url, status=303)
