"""All products that only the press named, below the product list."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from catalogue.pages.reported import reported_line, reported_products
from core.clock import today
from core.page_parts import Link, asked_page, page_links
from core.public_pages import PublicPage, do_not_store
from core.structured_data import breadcrumb_list

PER_PAGE = 24


class ReportedListView(View):
    """What the press reported, with sources: not sold here, not confirmed, without stars."""

    public_page = PublicPage(frozenset({"page"}))

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show one page of the list; a page past the end is not found."""
        page = asked_page(Paginator(reported_products(), PER_PAGE), request.GET.get("page", "1"))
        request.shown_query = f"page={page.number}" if page.number > 1 else ""  # type: ignore[attr-defined]
        path, heading = reverse("catalogue:reported"), _("Reported by the press, not sold here yet")
        products, total = Link(_("Products"), reverse("catalogue:index")), page.paginator.count
        description = ngettext(
            "%(count)s product that the press named as OCOP, with its source. "
            "Not checked against a certificate.",
            "%(count)s products that the press named as OCOP, with their sources. "
            "Not checked against certificates.",
            total,
        )
        home = (_("Home"), reverse("wagtail_serve", args=[""]))
        context = {
            "page_title": heading,
            "page_description": description % {"count": total},
            "heading": heading,
            "breadcrumb_steps": [products],
            "total": total,
            "reported": [reported_line(product, today()) for product in page],
            "pages": page_links(page, path),
            "structured_data": [breadcrumb_list([home, (products.title, products.url), (heading, path)])],
        }
        response = render(request, "catalogue/reported_list.html", context)
        if request.GET.get("page", str(page.number)) != str(page.number):
            do_not_store(response)  # an address with a bad value is no page of its own
        return response
