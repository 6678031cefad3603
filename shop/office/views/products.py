"""Prices and stock of a shop, changed in the list itself."""

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.models import Product
from core.clock import today
from core.page_parts import Link, asked_page, page_links
from producers.errors import StockNotChanged
from producers.models import Role, StockRecord
from producers.stock_taking import change_stock
from shop.office.access import COUNTERS, SELLERS, OfficeView
from shop.office.forms.stock import ROW, StockForm
from shop.office.queries.products import (
    ShopProduct,
    Shortage,
    StockLine,
    line_of,
    products_of,
    read_along,
    shop_products,
)

PER_PAGE = 30


class ProductsView(OfficeView):
    """All products with their standing; owners, sales and packers change numbers here."""

    section = "products"
    writers = COUNTERS

    def get(self, request: HttpRequest, /) -> HttpResponse:
        """Show one page of the list, narrowed to what is short where asked for."""
        day, shortage = today(), self._shortage()
        shown = Paginator(products_of(self.producer, shortage, day), PER_PAGE)
        page = asked_page(shown, request.GET.get("page", "1"))
        found = shop_products(read_along(cast("QuerySet[Product]", page.object_list)), day)
        forms = {line.record_id: self._form(line) for product in found for line in product.lines}
        kept = {"show": shortage.value} if shortage else {}
        links = page_links(page, request.path, **kept)
        return self._list(found, forms, pages=links if len(links.items) > 1 else None)

    def post(self, request: HttpRequest, /) -> HttpResponse:
        """Write what was typed, all of it or nothing; packers count, prices are not theirs."""
        typed = [match for name in request.POST if (match := ROW.fullmatch(name))]
        if self.role not in SELLERS and any(match["field"] == "price" for match in typed):
            return self.refuse(_("Packers count the stock. Prices are changed by owners and sales."))
        wanted = {int(match["record"]) for match in typed}
        records = StockRecord.objects.filter(partner=self.producer, pk__in=wanted).select_related(
            "product__parent"
        )
        forms = {record.pk: self._form(_line(record), request.POST) for record in records}
        if set(forms) != wanted:
            raise Http404
        if any(form.errors for form in forms.values()):
            return self._again(forms)
        try:
            count = change_stock(
                producer=self.producer, by=self.user, wanted=[form.wanted() for form in forms.values()]
            )
        except StockNotChanged as error:
            return self._again(
                {
                    pk: form.refused(error.refusals[pk]) if pk in error.refusals else form
                    for pk, form in forms.items()
                }
            )
        if count:
            words = ngettext("%(count)s number was changed.", "%(count)s numbers were changed.", count)
            messages.success(request, words % {"count": count})
        else:
            messages.info(request, _("Nothing was changed: all is as it was."))
        return HttpResponseRedirect(request.get_full_path(), status=303)

    def _shortage(self) -> Shortage | None:
        asked = self.request.GET.get("show", "")
        return Shortage(asked) if asked in Shortage.values else None

    def _form(self, line: StockLine, data: QueryDict | None = None) -> StockForm:
        return StockForm(line, with_price=self.role in SELLERS, data=data)

    def _again(self, forms: dict[int, StockForm]) -> HttpResponse:
        """Show the rows that were sent, as they were typed, with what is wrong."""
        records = StockRecord.objects.filter(pk__in=forms).values_list("product", "product__parent")
        owners = {parent or product for product, parent in records}
        products = read_along(Product.objects.filter(pk__in=owners).order_by("title_vi", "pk"))
        return self._list(shop_products(products, today()), forms, wrong=True)

    def _list(
        self,
        products: Iterable[ShopProduct],
        forms: dict[int, StockForm],
        *,
        pages: object = None,
        wrong: bool = False,
    ) -> HttpResponse:
        shown: list[dict[str, Any]] = [
            {
                "product": product,
                "rows": [
                    {"line": line, "form": forms[line.record_id]}
                    for line in product.lines
                    if line.record_id in forms
                ],
            }
            for product in products
        ]
        context = {
            "page_title": _("Products, prices and stock"),
            "products": shown,
            "wrong": [row["form"] for each in shown for row in each["rows"] if wrong and row["form"].errors],
            "may_change": self.role in COUNTERS and bool(forms),
            "may_price": self.role in SELLERS,
            "is_packer": self.role == Role.PACKER,
            "filters": [] if wrong else self._filters(),
            "pages": pages,
            "list_url": self.request.get_full_path(),
        }
        return self.page("office/products.html", context)

    def _filters(self) -> list[tuple[Link, bool]]:
        path, chosen = self.url("products"), self._shortage()
        every = (Link(_("All"), path), chosen is None)
        return [
            every,
            *((Link(str(each.label), f"{path}?show={each.value}"), each == chosen) for each in Shortage),
        ]


def _line(record: StockRecord) -> StockLine:
    product = record.product
    title = (product.parent or product).title
    return line_of(record, title, product.pack_label or "", is_offered=False)
