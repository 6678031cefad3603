"""What of the register waits for staff."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.clocks import Clock, on_clock
from catalogue.models import Certificate, PressReport
from core.staff import Waiting, may_see


def certificates_waiting(request: HttpRequest) -> Iterator[Waiting]:
    """Name the certificates that end soon, that ended with no successor, and those in grace; 3 queries."""
    if not may_see(request.user, Certificate):
        return
    certificates, address = Certificate.objects.all(), reverse("staff_certificates:index")
    labels = {
        Clock.DAYS_90: _("Certificates that end within 90 days"),
        Clock.LAPSED: _("Certificates that ended, no successor"),
        Clock.GRACE: _("Certificates in grace"),
    }
    for clock, label in labels.items():
        count = on_clock(certificates, clock).count()
        yield Waiting(label, count, f"{address}?clock={clock.value}", is_urgent=clock == Clock.LAPSED)


def reports_waiting(request: HttpRequest) -> Iterator[Waiting]:
    """Name the press reports that nobody has settled; one query."""
    if may_see(request.user, PressReport):
        address = f"{reverse('staff_press_reports:index')}?outcome=open"
        yield Waiting(_("Press reports not settled"), PressReport.objects.waiting().count(), address)
