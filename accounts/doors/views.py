"""Pages at the doors where allauth's own are not enough."""

import time
from typing import Any

from allauth.account import views as stock
from allauth.account.adapter import get_adapter
from allauth.account.internal import flows
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.mixins import NextRedirectMixin
from allauth.account.utils import get_next_redirect_url
from allauth.core.internal.httpkit import add_query_params
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import RedirectView
from django.views.generic.edit import FormView

from accounts.doors.adapter import front_of_account
from accounts.doors.forms import SetPasswordForm
from core.views import errors

#: How long after a log-in by code a new password may be set without the old one.
CODE_COUNTS_SECONDS = 900


class LoginView(stock.LoginView):
    """The one log-in of the site; staff, producers and buyers come in here."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send on who is in already, but not in a circle to a staff area that refuses them.

        Raises:
            PermissionDenied: A staff area sent somebody here who has no right to enter it.
        """
        target = get_next_redirect_url(request) or ""
        user: Any = request.user
        if (
            user.is_authenticated
            and target.startswith(settings.STAFF_PREFIXES)
            and not (user.is_staff or user.has_perm("wagtailadmin.access_admin"))
        ):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say why one is here when another page sent one."""
        return {**super().get_context_data(**kwargs), "sent_here": bool(get_next_redirect_url(self.request))}


class CodeRequestView(stock.RequestLoginCodeView):
    """Ask for a code; after it a forgotten password is replaced by a new one."""

    forgotten = False

    def get_success_url(self) -> str:
        """Lead to the code page, and from there on to the new password where one was forgotten."""
        url = reverse("account_confirm_login_code")
        target = get_next_redirect_url(self.request)
        if self.forgotten:
            new = reverse("account_new_password")
            target = add_query_params(new, {"next": target}) if target else new
        return add_query_params(url, {"next": target}) if target else url

    def get_authenticated_redirect_url(self) -> str:
        """Lead who is in already to the change of the password, or where they wanted to go."""
        if self.forgotten:
            return reverse("account_change_password")
        return get_next_redirect_url(self.request) or front_of_account()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the template which of the two pages it is."""
        here = "account_reset_password" if self.forgotten else "account_request_login_code"
        return {
            **super().get_context_data(**kwargs),
            "forgotten": self.forgotten,
            "action_url": reverse(here),
        }


@method_decorator(sensitive_post_parameters("password1"), name="dispatch")
class NewPasswordView(LoginRequiredMixin, NextRedirectMixin, FormView):  # type: ignore[type-arg]
    """A new password without the old one, for who has just come in by a code."""

    form_class = SetPasswordForm
    template_name = "account/password_new.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the ordinary change of the password where no code was entered lately."""
        if request.user.is_authenticated and not came_by_code(request):
            return HttpResponseRedirect(reverse("account_change_password"))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form its user."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the password, end every other session, and say so."""
        form.save()
        flows.password_change.finalize_password_change(self.request, form.user)
        return super().form_valid(form)

    def get_default_success_url(self) -> str:
        """Lead to the account."""
        return front_of_account()


def came_by_code(request: HttpRequest) -> bool:
    """Say whether this session logged in by a code within the last minutes."""
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]
    moments = [record["at"] for record in records if record.get("method") == "code"]
    return bool(moments) and time.time() - moments[-1] < CODE_COUNTS_SECONDS


class EmailView(stock.EmailView):
    """The addresses of an account."""

    def _action_primary(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse | None:
        """Refuse an unconfirmed address: letters to it could reach a stranger."""
        address = self._get_email_address(request)
        if address and not address.verified:
            get_adapter().add_message(
                request, messages.ERROR, "account/messages/unverified_primary_email.txt"
            )
            return None
        return super()._action_primary(request, *args, **kwargs)


class ConfirmEmailView(stock.ConfirmEmailView):
    """The page a confirmation link opens. Looking at it changes nothing: mail programs look, too."""

    def logout_other_user(self, confirmation: Any) -> None:
        """End another account's session only when the button is pressed."""
        if self.request.method == "POST":
            super().logout_other_user(confirmation)


class ToLogin(RedirectView):
    """Where other parts of the site have a log-in of their own: on to the one there is."""

    pattern_name = "account_login"
    query_string = True


class ToForgottenPassword(RedirectView):
    """The same for forgotten passwords."""

    def get_redirect_url(self, *_args: Any, **_kwargs: Any) -> str:
        """Drop what the other part put into its address."""
        return reverse("account_reset_password")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Begin a log-in or sign-up anew whose page was too old: another tab has logged in or out meanwhile."""
    match = request.resolver_match
    if match and match.url_name in {"account_login", "account_signup", "account_logout"}:
        if not request.user.is_authenticated:
            messages.info(request, _("This page was open for too long. Please try once more."))
        target = get_next_redirect_url(request)
        here = reverse("account_login" if match.url_name == "account_logout" else match.url_name)
        return HttpResponseRedirect(add_query_params(here, {"next": target}) if target else here)
    return errors.csrf_failure(request, reason)
