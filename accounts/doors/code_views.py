"""Pages that take a code and send it anew."""

from typing import Any

from allauth.account import views as stock
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from accounts.doors import limits


class ConfirmCodeView(stock.ConfirmLoginCodeView):
    """The code of a log-in."""

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        process = self._process
        limits.count_resend(self.request, process.state.get("phone") or process.state["email"])
        if process.user:
            return super()._resend_form_valid(form)
        # allauth's own way ends in an error where a number has no account; strangers look like members.
        process.send(skip_enumeration_mails=True)
        process.record_resend()
        process.persist()
        return HttpResponseRedirect(self.passthrough_next_url(reverse("account_confirm_login_code")))


class _CountsResends:
    """Counts before a code for a number is sent anew."""

    request: HttpRequest
    process: Any

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        limits.count_resend(self.request, self.process.phone)
        answer: HttpResponse = super()._resend_form_valid(form)  # type: ignore[misc]
        return answer


class _FirstNumberView(_CountsResends, stock._VerifyPhoneSignupView):
    """The code that ends a sign-up."""


class _OtherNumberView(_CountsResends, stock._VerifyPhoneChangeView):
    """The code for another number of an account."""


def verify_phone(request: HttpRequest) -> HttpResponseBase:
    """Take the code for a number, of a newcomer or of who is in already."""
    view = _OtherNumberView if request.user.is_authenticated else _FirstNumberView
    return view.as_view()(request)
