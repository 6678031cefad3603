"""Setting up a second factor, and on to the staff area that asked for it."""

from typing import Any

from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.http import HttpRequest

_WANTED = "staff_area_wanted"


def remember_staff_area(request: HttpRequest) -> None:
    """Keep for this session where somebody wanted to go; setting up takes several pages."""
    request.session[_WANTED] = request.get_full_path()


def forget_staff_area(request: HttpRequest) -> None:
    """End that, once they are there."""
    if _WANTED in request.session:
        del request.session[_WANTED]


def wanted_staff_area(request: HttpRequest) -> str:
    """Return where in the staff areas somebody wanted to go, or nothing."""
    wanted = str(request.session.get(_WANTED, ""))
    return wanted if wanted.startswith(settings.STAFF_PREFIXES) else ""


class _ThenStaffArea:
    """Goes on at once where no recovery codes have to be shown first."""

    request: HttpRequest
    did_generate_recovery_codes: bool

    def get_success_url(self) -> str:
        """Lead to the new codes, else to the staff area that asked, else as ever."""
        url: str = super().get_success_url()  # type: ignore[misc]
        return url if self.did_generate_recovery_codes else wanted_staff_area(self.request) or url


class ActivateAppView(_ThenStaffArea, totp.ActivateTOTPView):
    """A new authenticator app."""


class AddPasskeyView(_ThenStaffArea, passkeys.AddWebAuthnView):
    """A new passkey; allauth's page loses the form's errors."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the form that was sent."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if "form" in kwargs:
            context["form"] = kwargs["form"]
        return context


class RecoveryCodesView(recovery.ViewRecoveryCodesView):
    """The codes, and a way on for who came from a staff area."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the way on."""
        return {**super().get_context_data(**kwargs), "go_on": wanted_staff_area(self.request)}
