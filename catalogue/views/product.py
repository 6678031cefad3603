"""The page of one product."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.badges import press_line
from catalogue.cards import place_of
from catalogue.models import Product
from catalogue.pages.product import ProductPage, product_page, read_product, steps_to
from catalogue.pages.shelves import shelf_of_listed
from catalogue.pages.structured_data import product_data
from catalogue.photos import photos_of
from catalogue.pictures import picture_alt, picture_url
from core.clock import today
from core.days import day_words
from core.kept_facts import KeptFacts
from core.page_parts import Fact
from core.public_pages import PublicPage, do_not_store
from core.structured_data import absolute, breadcrumb_list


@dataclass(frozen=True, slots=True)
class ShownProduct:
    """A product's page before it is written down."""

    product: Product
    template: str
    context: dict[str, Any]
    #: Pack sizes that an address may choose.
    sizes: frozenset[str] = frozenset()


#: Product pages that this process keeps; each holds some tens of kilobytes.
_SHOWN: KeptFacts[ShownProduct | None] = KeptFacts(most=1_000)


def shown_product(pk: int, size: str, day: date) -> ShownProduct | None:
    """Work out the page of a product in the active language; None where there is none."""
    product = read_product(pk, day)
    if product is None:
        return None
    if product.is_reported:
        return ShownProduct(product, "catalogue/product_reported.html", reported_context(product))
    page = product_page(product, size, day)
    sizes = frozenset(variant.key for variant in page.variants)
    context = listed_context(product, page)
    context["content"] = render_to_string("catalogue/product_content.html", context)
    return ShownProduct(product, "catalogue/product_detail.html", context, sizes)


class ProductDetailView(View):
    """A product of the shop, or one that only the press named; the number in the address finds it."""

    public_page = PublicPage(frozenset({"quy-cach"}))

    def get(self, request: HttpRequest, product_slug: str, pk: int) -> HttpResponse:
        """Show the page; a wrong slug leads to the right one, a pack size to its parent."""
        size = request.GET.get("quy-cach")
        day, language = today(), get_language() or "vi"
        shown = _SHOWN.of((pk, language, size), day, lambda: shown_product(pk, size or "", day))
        if shown is None:
            return self._elsewhere(pk)
        product = shown.product
        if product_slug != product.slug:
            query = request.GET.urlencode()
            return HttpResponsePermanentRedirect(product.get_absolute_url() + (f"?{query}" if query else ""))
        request.shown_object = product  # type: ignore[attr-defined]
        response = render(request, shown.template, shown.context)
        if size is not None and size not in shown.sizes:
            do_not_store(response)  # an address with a foreign pack size is no page of its own
        return response

    def _elsewhere(self, pk: int) -> HttpResponse:
        """Lead a pack size to its parent's page; anything else is not found."""
        size = (
            Product.objects.filter(pk=pk, parent__in=Product.objects.visible())
            .select_related("parent")
            .first()
        )
        if size is None:
            raise Http404(_("There is no such product."))
        return HttpResponsePermanentRedirect(size.get_absolute_url())


def listed_context(product: Product, page: ProductPage) -> dict[str, Any]:
    """Return what the template of a product of the shop reads."""
    photos = photos_of(product)
    return {
        "page_title": product.title,
        "page_description": product.description,
        "page_image": absolute(photos[0].shared_url if photos else page.card.picture_url),
        "product": page.product,
        "breadcrumb_steps": page.breadcrumb,
        "photos": photos,
        "picture": {"url": page.card.picture_url, "alt": page.card.picture_alt},
        "badge": page.badge,
        "why_url": "",
        "variants": page.variants,
        "delivery": [],
        "assurances": [],
        "passport": page.passport,
        "report_url": reverse("enquiries:report_product", args=[product.pk]),
        "recalls": page.recalls,
        "story": _story(product),
        "producer": page.producer,
        "map": page.map,
        "shelves": page.shelves,
        "structured_data": [product_data(product, page), breadcrumb_list(_steps(product))],
    }


def reported_context(product: Product) -> dict[str, Any]:
    """Return what the template of a product named by the press reads; nothing in it is certified."""
    told = list(product.press_reports.shown())
    reports = [press_line(report) for report in told]
    producer = product.producer
    language = get_language() or "vi"
    rows = [
        Fact(_("Branch"), product.branch.label if product.branch else ""),
        Fact(_("Set"), product.ocop_set.label if product.ocop_set else ""),
        Fact(_("Source read on"), day_words(reports[0].read_on, language) if reports else ""),
    ]
    if any(report.name_is_back_translation for report in told):
        rows.append(Fact(_("Name"), _("rebuilt from a translation; the name on the pack may differ")))
    return {
        "page_title": product.title,
        "page_description": _("What the press reported about this product. Not confirmed, not sold here."),
        "page_image": absolute(picture_url(product)),
        "picture": {"url": picture_url(product), "alt": picture_alt(product)},
        "product": {
            "title": product.title,
            "producer_name": producer.name if producer else "",
            "producer_url": producer.get_absolute_url() if producer else "",
            "place": place_of(producer, today()),
            "summary": "",
        },
        "breadcrumb_steps": steps_to(product),
        "report_url": reverse("enquiries:report_product", args=[product.pk]),
        "press": reports,
        "rows": [row for row in rows if row.value],
        "claim_url": reverse("claims:claim", args=[producer.pk]) if producer and producer.is_reported else "",
        "shelf": shelf_of_listed(product, today()),
        "structured_data": [breadcrumb_list(_steps(product))],
    }


def _story(product: Product) -> dict[str, Any] | None:
    paragraphs = [part.strip() for part in (product.story or "").split("\n\n") if part.strip()]
    if not paragraphs:
        return None
    # A first line of its own is the story's title.
    title, rest = (
        (paragraphs[0], paragraphs[1:])
        if len(paragraphs) > 1 and len(paragraphs[0]) < 80
        else ("", paragraphs)
    )
    return {"title": title or _("How it is made"), "paragraphs": rest}


def _steps(product: Product) -> list[tuple[str, str]]:
    home = reverse("wagtail_serve", args=[""])
    return [
        (_("Home"), home),
        *((step.title, step.url) for step in steps_to(product)),
        (product.title, product.get_absolute_url()),
    ]
