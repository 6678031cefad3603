"""Consents: what holds, and what was answered before."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.consents import services
from accounts.consents.models import ConsentRecord
from accounts.consents.queries import answers
from accounts.consents.texts import purposes
from shop.customer.forms import ConsentForm
from shop.customer.views.base import AccountView


@dataclass(frozen=True)
class PastAnswer:
    """One answer with the very text that was read, in the language it was read in."""

    title: str
    text: str
    language: str
    given: bool
    at: datetime
    channel: str


class ConsentsView(AccountView):
    """Give and withdraw, each purpose by itself."""

    template = "customer/consents.html"
    title = _("Consents")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what holds and the answers so far."""
        form = ConsentForm(answers(self.user))
        return self.page(form=form, past=self._past())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the answers that changed."""
        form = ConsentForm(answers(self.user), request.POST)
        if form.is_valid():
            changed = services.answer(self.user, form.cleaned_data)
            messages.success(
                request, _t("Your answers are saved.") if changed else _t("Nothing was changed.")
            )
        return HttpResponseRedirect(reverse("customer:consents"))

    def _past(self) -> list[PastAnswer]:
        known = purposes()
        found = []
        for record in ConsentRecord.objects.filter(user=self.user, purpose__in=known).order_by("-pk"):
            text = known[record.purpose].version(record.text_version)
            found.append(
                PastAnswer(
                    text.title(record.language),
                    text.text(record.language),
                    record.language,
                    record.given,
                    timezone.localtime(record.at),
                    record.get_channel_display(),
                )
            )
        return found
