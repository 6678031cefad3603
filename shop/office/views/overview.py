"""The first page of a shop's office: what to do next, what is short, which certificates run out."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.clock import today
from core.page_parts import Fact
from shop.office.access import OfficeView
from shop.office.queries.certificates import clocks_of
from shop.office.queries.products import (
    Shortage,
    Standing,
    products_of,
    read_along,
    shop_products,
)
from shop.office.queries.to_do import Shortfall, to_do

#: Lines of each list here; the rest is one link away.
LINES = 8


class OverviewView(OfficeView):
    """What a shop has to look after today."""

    section = "overview"

    def get(self, request: HttpRequest, /) -> HttpResponse:
        """Show the overview."""
        day = today()
        clocks = clocks_of(self.producer, day)
        products = shop_products(read_along(products_of(self.producer, None, day)), day)
        lines = [line for product in products for line in product.lines]
        found = Counter(line.shortage for line in lines)
        counts = Counter(product.standing for product in products)
        shortfall = Shortfall(
            sold_out=found[Shortage.SOLD_OUT],
            low=found[Shortage.LOW],
            unpriced=found[Shortage.UNPRICED],
            incomplete=counts[Standing.INCOMPLETE],
        )
        short = sorted(
            (line for line in lines if line.shortage in {Shortage.SOLD_OUT, Shortage.LOW}),
            key=lambda line: line.left,
        )
        products_url, certificates_url = self.url("products"), self.url("certificates")
        context = {
            "page_title": self.producer.name,
            "to_do": to_do(clocks, shortfall, products_url=products_url, certificates_url=certificates_url),
            "short": short[:LINES],
            "short_total": len(short),
            "clocks": [*clocks.ended, *clocks.running][:LINES],
            "clock_total": len(clocks.ended) + len(clocks.running),
            "rows": [
                Fact(_("Products"), str(len(products)), is_strong=True),
                *(Fact(str(each.label), str(counts[each])) for each in reversed(Standing) if counts[each]),
            ],
            "products_url": products_url,
            "certificates_url": certificates_url,
            "public_url": self.producer.get_absolute_url() if self.producer.is_public else "",
        }
        return self.page("office/overview.html", context)
