"""Who changed which price and which stock, and when."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.page_parts import asked_page, page_links
from shop.office.access import OfficeView
from shop.office.queries.changes import changes_of, shown_change

PER_PAGE = 50


class ChangesView(OfficeView):
    """The history of prices and stock, newest first."""

    section = "changes"

    def get(self, request: HttpRequest, /) -> HttpResponse:
        """Show one page of it; a page past the end is not found."""
        page = asked_page(Paginator(changes_of(self.producer), PER_PAGE), request.GET.get("page", "1"))
        links = page_links(page, request.path)
        context = {
            "page_title": _("Changes of prices and stock"),
            "changes": [shown_change(change) for change in page],
            "pages": links if len(links.items) > 1 else None,
        }
        return self.page("office/changes.html", context)
