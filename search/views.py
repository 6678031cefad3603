"""The product list: all products, one branch or set, what a search finds."""

from urllib.parse import urlencode

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.models import Category
from core.addresses import LANGUAGES
from core.clock import today
from core.public_pages import PublicPage, do_not_store
from search.backends.database import DatabaseBackend
from search.context import list_context
from search.listing import Listing
from search.names import Names
from search.parameters import PARAMETERS
from search.reading import read_query
from search.snapshot import Snapshot, snapshot_on


class CatalogueView(View):
    """All products, with filters and search."""

    public_page = PublicPage(PARAMETERS)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of the list."""
        return list_page(request, snapshot_on(today()), None)


class ProductCategoryView(View):
    """The products of one branch or set, found by its name in the address."""

    public_page = PublicPage(PARAMETERS - {"branch"})

    def get(self, request: HttpRequest, category_slug: str) -> HttpResponse:
        """Show a page of the list; the other language's name leads to this language's."""
        snapshot = snapshot_on(today())
        category = category_named(category_slug, snapshot.names)
        if category.slug != category_slug:
            query = request.GET.urlencode()
            address = category.get_absolute_url()
            return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
        request.shown_object = category  # type: ignore[attr-defined]
        return list_page(request, snapshot, category)


class FacetedSearchView(View):
    """Search over everything; so far it finds products, so it leads to their list."""

    public_page = PublicPage(frozenset({"q"}))

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lead to the product list with the same words."""
        words = request.GET.get("q", "").strip()
        address = reverse("catalogue:index")
        return HttpResponseRedirect(f"{address}?{urlencode({'q': words})}" if words else address)


def category_named(slug: str, names: Names) -> Category:
    """Return the branch or set of that name in the active language, else in another.

    Raises:
        Http404: There is none.
    """
    categories = [*names.branches.values(), *names.sets.values()]
    for category in categories:
        if category.slug == slug:
            return category
    for language in LANGUAGES:
        with override(language):
            for category in categories:
                if category.slug == slug:
                    return category
    raise Http404(_("There is no such group of products."))


def list_page(request: HttpRequest, snapshot: Snapshot, category: Category | None) -> HttpResponse:
    """Return a page of the list; past the end it is 404 with words and a way back."""
    is_set = category is not None and not category.is_branch
    listing = Listing(
        snapshot=snapshot,
        backend=DatabaseBackend(snapshot.columns),
        reading=read_query(request.GET, snapshot.names, fixed={"set"} if is_set else ()),
        category=category,
        path=request.path,
        language=get_language() or "vi",
    )
    request.shown_query = listing.query.encoded  # type: ignore[attr-defined]
    status = 404 if listing.is_past_the_end else 200
    response = render(request, "search/product_list.html", list_context(listing), status=status)
    if not listing.may_be_stored:
        do_not_store(response)
    return response
