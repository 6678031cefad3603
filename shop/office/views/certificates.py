"""A shop's certificates: which runs for how long, which has ended, which product has none."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.clock import today
from shop.office.access import OfficeView
from shop.office.queries.certificates import clocks_of


class CertificatesView(OfficeView):
    """The clocks of all certificates."""

    section = "certificates"

    def get(self, request: HttpRequest, /) -> HttpResponse:
        """Show them, the most urgent first."""
        return self.page(
            "office/certificates.html",
            {"page_title": _("Certificates"), "clocks": clocks_of(self.producer, today())},
        )
