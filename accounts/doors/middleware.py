"""At the doors: limits and failed messages become pages, and staff areas ask for a second factor."""

from collections.abc import Callable

from allauth.core.exceptions import RateLimited
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.doors.factor_views import forget_staff_area, remember_staff_area
from accounts.errors import MailNotSent, SmsNotSent
from core.views.errors import too_many_requests

#: What counts as a second factor; recovery codes alone do not.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
#: Ways out of a staff area stay open.
_OPEN = ("/cms/logout/", "/dashboard/logout/")


class DoorsMiddleware:
    """Stands behind allauth's middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if self._lacks_second_factor(request):
            messages.warning(
                request, _("Staff areas open once your account has a second factor. Set one up here.")
            )
            query = ""
            if request.method == "GET":
                remember_staff_area(request)
                query = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse('mfa_index')}{'?' if query else ''}{query}")
        if request.path_info.startswith(settings.STAFF_PREFIXES) and request.user.is_authenticated:
            forget_staff_area(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 429 past a limit; where no message went out, say so on the same page."""
        if isinstance(exception, RateLimited):
            return too_many_requests(request, getattr(exception, "retry_after_seconds", 60))
        if isinstance(exception, SmsNotSent | MailNotSent):
            messages.error(request, str(exception))
            return HttpResponseRedirect(request.get_full_path())
        return None

    def _lacks_second_factor(self, request: HttpRequest) -> bool:
        return (
            settings.STAFF_SECOND_FACTOR
            and request.path_info.startswith(settings.STAFF_PREFIXES)
            and request.path_info not in _OPEN
            and request.user.is_authenticated
            and not is_mfa_enabled(request.user, FACTORS)
        )
