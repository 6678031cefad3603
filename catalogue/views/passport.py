"""GS1 Digital Links: what a scanned pack opens; and the public copies of papers."""

from typing import Any
from urllib.parse import quote

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.models import Lot, Product
from catalogue.pages.item import AskedFor, ItemAddress, find_item, item_context, lots_of, read_rest
from core.clock import today
from core.gs1 import GTIN_LENGTH, is_lot_code, read_gtin, shown_gtin
from core.public_pages import PublicPage, do_not_store
from core.views.files import public_file
from producers.models import Paper

LONGEST_SHOWN = 40


class ItemView(View):
    """`/01/<gtin14>[/10/<lot>][/21/<serial>]`, with or without a slash at the end."""

    public_page = PublicPage(frozenset({"lot"}))

    def get(self, request: HttpRequest, gtin: str, rest: str = "") -> HttpResponse:
        """Show the passport; a number that nobody has, or a lot that nobody recorded, is a 404 with words."""
        try:
            stored = read_gtin(gtin) if len(gtin) <= GTIN_LENGTH else ""
        except ValueError:
            stored = ""
        asked = read_rest(rest)
        found = find_item(stored, today()) if stored and asked.is_understood else None
        if found is None:
            return self._unknown_item(request, gtin, bool(stored))
        if stored != gtin:
            item = reverse("passport:item", kwargs={"gtin": stored})
            return HttpResponsePermanentRedirect(f"{item}{quote(rest)}")
        product, size = found
        typed = request.GET.get("lot", "").strip()
        if typed and not asked.lots:
            return self._look_up(request, product, size, typed)
        lot = self._lot(size, asked)
        if asked.lots and lot is None:
            return self._unknown_lot(request, product, size, asked.lots[-1])
        request.shown_object = ItemAddress(stored, lot.code if lot else "")  # type: ignore[attr-defined]
        response = render(request, "passport/item.html", item_context(product, size, lot, today()))
        if asked.has_serial and (lot is None or lot.code != asked.lots[0]):
            do_not_store(response)  # one page a piece would fill the cache with equal pages
        return response

    def _lot(self, size: Product, asked: AskedFor) -> Lot | None:
        if not asked.lots:
            return None
        known = {lot.code: lot for lot in lots_of(size).filter(code__in=asked.lots)}
        return next((known[code] for code in asked.lots if code in known), None)

    def _look_up(self, request: HttpRequest, product: Product, size: Product, typed: str) -> HttpResponse:
        if not is_lot_code(typed):
            return self._unknown_lot(request, product, size, typed)
        return HttpResponseRedirect(ItemAddress(str(size.upc), typed).get_absolute_url())

    def _unknown_lot(self, request: HttpRequest, product: Product, size: Product, code: str) -> HttpResponse:
        context = {
            "page_title": _("This lot is not recorded here"),
            "heading": _("Lot %(code)s is not recorded here") % {"code": code[:LONGEST_SHOWN]},
            "hint": _("Capital and small letters differ. The code stands beside the dates on the pack."),
            "out_url": size.get_absolute_url(),
            "out_text": product.title,
            "form_url": reverse("passport:item", kwargs={"gtin": size.upc}),
            "code": code[:LONGEST_SHOWN],
        }
        return self._not_found(request, context)

    def _unknown_item(self, request: HttpRequest, gtin: str, is_gtin: bool) -> HttpResponse:
        shown = shown_gtin(gtin) if is_gtin else gtin[:LONGEST_SHOWN]
        context = {
            "page_title": _("No product with this barcode"),
            "heading": _("No product here has the barcode %(gtin)s") % {"gtin": shown},
            "hint": _("The product may be sold elsewhere, or its maker has not recorded the barcode here.")
            if is_gtin
            else _("A barcode has 8, 12, 13 or 14 digits, and the last one checks the others."),
            "out_url": reverse("catalogue:index"),
            "out_text": _("All products"),
            "form_url": "",
            "code": "",
        }
        return self._not_found(request, context)

    def _not_found(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        request.shown_object = None  # type: ignore[attr-defined]
        return render(request, "passport/unknown.html", {**context, "noindex": True}, status=404)


class PaperCopyView(View):
    """The public copy of a producer's paper; papers that are not public have no address at all."""

    def get(self, request: HttpRequest, slug: str, code: str) -> FileResponse:
        """Send the file, or answer 404 where it is private."""
        paper = get_object_or_404(
            Paper.objects.select_related("producer"),
            code=code,
            producer__slug=slug,
            producer__is_public=True,
            file_is_public=True,
        )
        return public_file(paper.file)
