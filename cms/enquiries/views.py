"""Pages on which people write to the office or report a page, and see how it stands."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.crypto import constant_time_compare
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.models import Product
from cms.enquiries import services
from cms.enquiries.forms import EnquiryForm
from cms.models import Enquiry
from core.client import Limit, client_address
from core.page_parts import Fact
from core.views.errors import too_many_requests
from producers.models import Partner

#: Of letters from one network, which a village may share; nobody is followed around for it.
SENT = Limit("enquiry-sent", most=60, window_seconds=3_600)


class ContactView(View):
    """Write to the office."""

    is_report = False

    def title(self) -> str:
        """Return the heading."""
        return _("Write to us")

    def about(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the letter is about, as fields of `Enquiry`."""
        return {}

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the empty form; what is known of a signed-in person stands in it."""
        about = self.about(**kwargs)
        user = request.user
        known = {"full_name": user.full_name, "email": user.verified_email()} if user.is_authenticated else {}
        form = EnquiryForm(initial={"form_key": uuid.uuid4(), **known}, is_report=self.is_report)
        return self._show(form, about)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keep the letter, and show how it stands."""
        about = self.about(**kwargs)
        form = EnquiryForm(request.POST, is_report=self.is_report)
        if not form.is_valid():
            return self._show(form, about)
        if not SENT.count(client_address(request)):
            return too_many_requests(request, SENT.seconds_left())
        enquiry = services.send(
            form_key=form.cleaned_data["form_key"],
            user=request.user if request.user.is_authenticated else None,
            language=get_language() or "vi",
            facts={**form.facts(), **about},
        )
        return HttpResponseRedirect(enquiry.status_url, status=303)

    def _show(self, form: EnquiryForm, about: dict[str, Any]) -> HttpResponse:
        target = about.get("product") or about.get("producer")
        context = {
            "page_title": self.title(),
            "form": form,
            "about": about.get("about", ""),
            "about_url": target.get_absolute_url() if target else "",
            "is_demo": bool(target and target.is_demo),
            "is_report": self.is_report,
        }
        return render(self.request, "enquiries/form.html", context)


class _ReportView(ContactView):
    """Report a page."""

    is_report = True

    def title(self) -> str:
        """Return the heading."""
        return _("Report this page")


class ReportProductView(_ReportView):
    """Report the page of a product."""

    def about(self, **kwargs: Any) -> dict[str, Any]:
        """Find the product, pack sizes by their parent."""
        product = get_object_or_404(Product.objects.visible(), pk=kwargs["pk"])
        return {"product": product, "about": product.title[:255]}


class ReportProducerView(_ReportView):
    """Report the page of a producer."""

    def about(self, **kwargs: Any) -> dict[str, Any]:
        """Find the producer."""
        producer = get_object_or_404(Partner.objects.public(), pk=kwargs["pk"])
        return {"producer": producer, "about": producer.name[:255]}


class EnquiryStatusView(View):
    """How a letter stands; its link opens it, a wrong one is not found."""

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        """Show it."""
        enquiry = Enquiry.objects.filter(code=code).first()
        if enquiry is None or not constant_time_compare(enquiry.token, token):
            raise Http404
        page = [Fact(_("About"), enquiry.about, is_demo=enquiry.is_demo)] if enquiry.about else []
        context = {
            "page_title": _("Letter %(code)s") % {"code": enquiry.code},
            "enquiry": enquiry,
            "rows": [
                *page,
                Fact(_("Topic"), enquiry.get_topic_display()),
                Fact(_("State"), enquiry.get_state_display(), is_strong=True),
                Fact(_("Sent"), f"{localtime(enquiry.created_at):%d/%m/%Y %H:%M}"),
            ],
        }
        return render(request, "enquiries/status.html", context)
