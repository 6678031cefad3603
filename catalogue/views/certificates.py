"""Certificates: the look-up, one certificate, its QR and the short link printed on packs."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.badges import badge_of
from catalogue.models import Certificate
from catalogue.pages.certificate import (
    as_of_words,
    certificate_by_code,
    facts_of,
    find_certificates,
    history_of,
    left_words,
    pack_checks,
    qr_svg,
)
from catalogue.pages.producer import full_place
from core.client import Limit, client_address
from core.clock import today
from core.public_pages import PublicPage, do_not_store
from core.structured_data import breadcrumb_list
from core.views.errors import too_many_requests
from core.views.files import public_file

#: Misses in the form allowed to one address; scans and hits never count, a hall full of people is welcome.
MISSES = Limit("certificate-miss", most=30, window_seconds=600)
LONGEST_QUERY = 100


class CertificateCheckView(View):
    """The look-up by public code, printed number or product name."""

    public_page = PublicPage(frozenset({"q"}))

    def get(self, request: HttpRequest) -> HttpResponse:
        """Answer what the register says today, or that it knows no such certificate."""
        query = request.GET.get("q", "").strip()
        context: dict[str, Any] = _form_context(query[:LONGEST_QUERY])
        if not query:
            return render(request, "certificates/check.html", context)
        if len(query) > LONGEST_QUERY:
            context["error"] = _("Type at most %(count)s letters and digits.") % {"count": LONGEST_QUERY}
        else:
            results, total = find_certificates(query, today())
            context |= {"searched": True, "results": results, "total": total}
            if not results:
                # What is found never counts and is always answered: many phones share one address.
                who = client_address(request)
                if not MISSES.count(who):
                    return too_many_requests(request, MISSES.seconds_left())
        response = render(request, "certificates/check.html", context)
        do_not_store(response)
        return response


class CertificateDetailView(View):
    """One certificate: its state today, who issued it, and the product's whole history."""

    public_page = PublicPage(frozenset())

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        """Show the certificate; an unknown code is a 404 page with the form and no hint about near codes."""
        certificate = certificate_by_code(code)
        if certificate is None:
            return unknown_code(request, code)
        if code != certificate.code:
            return HttpResponseRedirect(certificate.get_absolute_url())
        request.shown_object = certificate  # type: ignore[attr-defined]
        return render(request, "certificates/detail.html", _detail_context(certificate))


class CertificateQrView(View):
    """The QR of a certificate's short link, to be printed on packs."""

    public_page = PublicPage(frozenset())

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        """Return the code as SVG."""
        certificate = certificate_by_code(code)
        if certificate is None:
            return unknown_code(request, code)
        return HttpResponse(qr_svg(certificate.code), content_type="image/svg+xml")


class ShortLinkView(View):
    """`/c/<code>`: what a scanned pack opens, always in Vietnamese."""

    public_page = PublicPage(frozenset())

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        """Lead to the certificate; small letters, O for 0 and I or L for 1 are read as meant."""
        with override("vi"):
            certificate = certificate_by_code(code)
            if certificate is None:
                return unknown_code(request, code)
            return HttpResponseRedirect(certificate.get_absolute_url())


def unknown_code(request: HttpRequest, code: str) -> HttpResponse:
    """Answer 404 with the form, so that the code can be typed again."""
    context = {
        **_form_context(code[:LONGEST_QUERY]),
        "searched": True,
        "results": [],
        "total": 0,
        "noindex": True,
    }
    return render(request, "certificates/check.html", context, status=404)


def _form_context(code: str) -> dict[str, Any]:
    return {
        "page_title": _("Check a certificate"),
        "page_description": _(
            "Look up an OCOP certificate: valid, under review, expired or revoked, as of today."
        ),
        "code": code,
        "error": "",
        "searched": False,
        "results": [],
        "total": 0,
        "report_url": "",
        "structured_data": [
            breadcrumb_list(
                [
                    (_("Home"), reverse("wagtail_serve", args=[""])),
                    (_("Check a certificate"), reverse("certificates:check")),
                ]
            )
        ],
    }


def _detail_context(certificate: Certificate) -> dict[str, Any]:
    day = today()
    badge = badge_of(certificate, day)
    product = certificate.product
    producer = product.producer
    public_scan = certificate.scan_is_public and bool(certificate.scan)
    return {
        **_form_context(certificate.code),
        "page_title": _("Certificate %(code)s: %(title)s")
        % {"code": certificate.code, "title": product.title},
        "badge": badge,
        "as_of": as_of_words(timezone.now()),
        "left_text": left_words(badge, day),
        "product": {
            "title": product.title,
            "url": product.get_absolute_url(),
            "producer_name": producer.name if producer else "",
            "place": full_place(producer, day) if producer else "",
        },
        "rows": facts_of(certificate, badge),
        "scan_url": reverse("certificates:scan", kwargs={"code": certificate.code}) if public_scan else "",
        "scan_text": _("Scan of the certificate") if public_scan else "",
        "decision_url": "",
        "history": history_of(product, certificate, day),
        "pack_checks": pack_checks(certificate, badge),
        "qr_url": reverse("certificates:qr", kwargs={"code": certificate.code}),
        "language": get_language(),
    }


class CertificateScanView(View):
    """The public copy of a scan; papers that are not public have no address at all."""

    def get(self, request: HttpRequest, code: str) -> FileResponse:
        """Send the file, or answer 404 where the office keeps it private."""
        certificate = certificate_by_code(code)
        if certificate is None or not certificate.scan_is_public or not certificate.scan:
            raise Http404
        return public_file(certificate.scan)
