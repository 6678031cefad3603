"""Which price and stock a buyer sees: the one record of a product, VAT inside, whole đồng."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from oscar.apps.partner.availability import Unavailable
from oscar.apps.partner.prices import TaxInclusiveFixedPrice
from oscar.apps.partner.prices import Unavailable as NoPrice
from oscar.apps.partner.strategy import Selector as StockSelector
from oscar.apps.partner.strategy import StockRequired, Structured, UseFirstStockRecord

from core.clock import today
from core.money import tax_inside, whole

if TYPE_CHECKING:
    from django.http import HttpRequest

    from .models import StockRecord


class Selector(StockSelector):
    """Gives every visitor the same strategy."""

    def strategy(
        self, request: "HttpRequest | None" = None, user: object = None, **kwargs: object
    ) -> "Vietnam":
        """Return the strategy of this request."""
        return Vietnam(request)


class Vietnam(UseFirstStockRecord, StockRequired, Structured):
    """Prices of consumers in Vietnam: the price is what is paid, its tax is worked out of it.

    Oscar computes tax on top with four decimals and stored 2666.6400 for 33,333 đồng (measured on 4.2.1).
    """

    def pricing_policy(self, product: Any, stockrecord: "StockRecord | None") -> Any:
        """Return the price of one pack; Oscar's column without tax holds gross minus tax."""
        if stockrecord is None or stockrecord.price is None:
            return NoPrice()
        return self.price_at(stockrecord, self.tax_rate(product, stockrecord))

    def price_at(self, stockrecord: "StockRecord", rate: int | None) -> Any:
        """Return the price of one pack at this VAT rate in per cent; None: the seller pays none."""
        if stockrecord.price is None:
            return NoPrice()
        gross = whole(stockrecord.price)
        tax = tax_inside(gross, rate) if rate else Decimal(0)
        return TaxInclusiveFixedPrice(
            currency=stockrecord.price_currency, excl_tax=gross - tax, tax=tax, tax_code=str(rate or 0)
        )

    def parent_pricing_policy(self, product: Any, children_stock: Sequence[tuple[Any, Any]]) -> Any:
        """Return the lowest price among the pack sizes."""
        priced = [
            (child, record)
            for child, record in children_stock
            if record is not None and record.price is not None
        ]
        if not priced:
            return NoPrice()
        child, record = min(priced, key=lambda pair: pair[1].price)
        return self.pricing_policy(child, record)

    def availability_policy(self, product: Any, stockrecord: "StockRecord | None") -> Any:
        """Refuse what may not be sold, whatever is in stock (sale modes of architecture §5)."""
        return self.availability_of(product, stockrecord, for_sale=product.is_for_sale_on(today()))

    def availability_of(self, product: Any, stockrecord: "StockRecord | None", *, for_sale: bool) -> Any:
        """Return what may be had of a product of which is known whether it is for sale."""
        return super().availability_policy(product, stockrecord) if for_sale else Unavailable()

    def tax_rate(self, product: Any, stockrecord: "StockRecord") -> int | None:
        """Return the VAT rate in per cent, or None when the seller is not a VAT payer.

        The product's own treatment counts only where the seller pays VAT at all.
        """
        day = today()
        seller_rate = stockrecord.partner.tax_rate_on(day)
        if seller_rate is None:
            return None
        own_rate: int | None = product.tax_rate_on(day)
        return seller_rate if own_rate is None else own_rate
