"""The register of certificates: list with states and clocks, issue, correct, revoke, grace."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from catalogue.certification import issue
from catalogue.models import Certificate
from core.staff import TRADE, DayColumn, StaffViewSet, StateColumn, may_see, record
from core.staff.viewset import StaffCreateView, StaffInspectView
from core.views.files import private_file

from ..imports import ImportMixin
from .actions import ACTIONS
from .columns import days_left, history_links, state_words, window_words
from .filters import CertificateFilterSet
from .forms import IssueForm

State = Certificate.State


class IssueView(StaffCreateView):
    """Record a certificate through the service that lays out the product's history."""

    page_title = _("Issue")

    def save_instance(self) -> Certificate:
        certificate = issue(self.form.instance)
        record(certificate, "certificate.issue", self.request.user, decision=certificate.decision_number)
        return certificate

    def get_success_url(self) -> str:
        return reverse("staff_certificates:inspect", args=[self.form.instance.pk])

    def get_success_buttons(self) -> list[Any]:
        return []


class CertificatePage(StaffInspectView):
    """One certificate with its state explained and the product's other ones."""

    def get_object(self, queryset: Any = None) -> Certificate:
        rows = Certificate.objects.select_related("product__producer", "rule_set", "superseded_by")
        return get_object_or_404(rows, pk=self.pk)

    def extra_rows(self) -> list[tuple[str, Any]]:
        certificate: Certificate = self.object
        public = format_html('<a href="{0}">{0}</a>', certificate.get_absolute_url())
        return [
            (gettext("State today"), certificate.state.label),
            (gettext("Explanation"), state_words(certificate)),
            (gettext("Days left"), days_left(certificate)),
            (gettext("File for re-evaluation"), window_words(certificate)),
            (gettext("Producer"), certificate.product.producer),
            (gettext("Public page"), public),
            (gettext("Other certificates of this product"), history_links(certificate, self._address_of)),
        ]

    def get_scan_display_value(self) -> Any:
        """Lead to the file, which no public address hands out."""
        if not self.object.scan:
            return ""
        address = reverse("staff_certificates:scan", args=[self.object.pk])
        return format_html('<a href="{}">{}</a>', address, gettext("Open the scan"))

    def _address_of(self, certificate: Certificate) -> str:
        return reverse(self.inspect_url_name, args=[certificate.pk])

    inspect_url_name = "staff_certificates:inspect"


HEADER = (("staff_certificates:import", _("Import XLSX"), "upload", "add"),)


class CertificateViewSet(ImportMixin, StaffViewSet):
    """Nothing here is saved past the services of `catalogue.certification`."""

    name = "certificates"
    model = Certificate
    icon = "circle-check"
    menu_hook = TRADE
    menu_order = 10
    can_edit = False
    form_class = IssueForm
    add_view_class = IssueView
    inspect_view_class = CertificatePage
    actions = ACTIONS
    header_links = HEADER
    select_related = ("product__producer", "rule_set", "superseded_by")
    ordering = ("-issued_on", "-pk")
    search_fields = (
        "product__folded",
        "product__producer__folded",
        "code",
        "decision_number",
        "printed_code",
        "authority_name",
    )
    filterset_class = CertificateFilterSet
    list_display = (
        "code",
        Column("product", label=_("Product"), accessor="product.title", sort_key="product__title_vi"),
        Column(
            "producer", label=_("Producer"), accessor="product.producer", sort_key="product__producer__name"
        ),
        Column("stars", label=_("Stars"), sort_key="stars"),
        StateColumn(
            "state",
            label=_("State today"),
            accessor=lambda row: row.state.label,
            good=lambda row: row.state in {State.VALID, State.GRACE},
        ),
        Column("days_left", label=_("Days left"), accessor=days_left, sort_key="effective_until"),
        Column("window", label=_("File for re-evaluation"), accessor=window_words),
        DayColumn("issued_on", label=_("Issued"), sort_key="issued_on"),
        DayColumn("expires_on", label=_("Last day"), sort_key="expires_on"),
    )
    list_export = (
        "code",
        "product.title_vi",
        "product.producer",
        "stars",
        "state_label",
        "score",
        "rule_set",
        "decision_number",
        "decided_on",
        "authority_level",
        "authority_name",
        "issued_on",
        "expires_on",
        "grace_until",
        "grace_reason",
        "revoked_on",
        "revoked_reason",
        "revocation_decision",
        "printed_code",
        "source",
        "is_demo",
    )
    export_headings = {
        "product.title_vi": _("Product"),
        "product.producer": _("Producer"),
        "state_label": _("State today"),
    }
    inspect_view_fields = (
        "code",
        "product",
        "stars",
        "score",
        "rule_set",
        "decision_number",
        "decided_on",
        "authority_level",
        "authority_name",
        "issued_on",
        "expires_on",
        "printed_code",
        "scan",
        "scan_is_public",
        "grace_until",
        "grace_reason",
        "revoked_on",
        "revocation_decision",
        "source",
        "is_demo",
    )

    def get_urlpatterns(self) -> list[Any]:
        """Add the scans, which staff may open."""
        return [*super().get_urlpatterns(), path("scan/<int:pk>/", scan, name="scan")]


def scan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out a private scan as a file to save; a browser shows nothing of it on our address."""
    if not may_see(request.user, Certificate):
        raise PermissionDenied
    certificate = get_object_or_404(Certificate, pk=pk)
    return private_file(request, certificate.scan, certificate.code)


certificates = CertificateViewSet()
