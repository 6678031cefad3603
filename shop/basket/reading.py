"""What the lines of a basket cost and how many can be had, in a number of queries that does not grow."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet
from oscar.apps.partner.strategy import PurchaseInfo

from catalogue.cards import sale_mode
from catalogue.models import FOR_SALE, Product, ProductTaxTreatment, SaleMode, SaleRule
from core.clock import today
from producers.models import SellerTaxTreatment
from producers.strategy import Vietnam
from shop.basket.models import MOST_PER_LINE, Line

#: What the page and the prices read of each line's product, in the same query.
_ALONG = (
    "stockrecord__partner",
    "product__product_class",
    "product__parent__product_class",
    "product__producer__unit",
    "product__producer__district",
)


def with_facts(lines: "QuerySet[Line]") -> "QuerySet[Line]":
    """Read along all that a line shows."""
    return lines.select_related(*_ALONG)


def judge(lines: Collection[Line], strategy: Vietnam) -> None:
    """Give each line today's price and how many can be had, and lower its quantity to that in memory.

    Sets `asked` (as stored), `left` (packs; None where it is not for sale), `needs_age` and `quantity`.
    """
    if not lines:
        return
    day = today()
    modes = SaleRule.modes_on(day)
    sellers = _seller_rates(day, {line.stockrecord.partner_id for line in lines})
    owners = {line.product.parent_id or line.product_id for line in lines}
    own = _own_rates(day, owners)
    for line in lines:
        product, record = line.product, line.stockrecord
        mode = sale_mode(product, modes, day)
        seller_rate = sellers.get(record.partner_id)
        rate = None if seller_rate is None else own.get(product.parent_id or product.pk, seller_rate)
        info = PurchaseInfo(
            price=strategy.price_at(record, rate),
            availability=strategy.availability_of(
                product, record, for_sale=product.is_shown and mode in FOR_SALE
            ),
            stockrecord=record,
        )
        line._info = info
        line.asked = line.quantity
        line.left = packs_left(info)
        line.needs_age = mode == SaleMode.BUY_AGE
        line.quantity = min(line.asked, line.left or 0)


def packs_left(info: PurchaseInfo) -> int | None:
    """Return how many can be had, or None where the product is not for sale or has no price."""
    if not info.price.exists:
        return None
    if hasattr(info.availability, "num_available"):
        return max(0, int(info.availability.num_available))
    return MOST_PER_LINE if info.availability.is_available_to_buy else None


def read_product(pk: int) -> Product | None:
    """Read a product or pack size with what its price and its words need."""
    return (
        Product.objects.select_related("parent__product_class", "product_class", "producer")
        .prefetch_related("stockrecords__partner")
        .filter(pk=pk)
        .first()
    )


def _seller_rates(day: date, producers: Iterable[int]) -> dict[int, int | None]:
    rows = SellerTaxTreatment.objects.filter(producer__in=producers, valid_from__lte=day)
    return dict(rows.order_by("valid_from").values_list("producer_id", "rate_percent"))


def _own_rates(day: date, products: Iterable[int]) -> dict[int, int]:
    rows = ProductTaxTreatment.objects.filter(product__in=products, valid_from__lte=day)
    return dict(rows.order_by("valid_from").values_list("product_id", "rate_percent"))
