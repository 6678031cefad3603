"""Oscar's line with totals in whole đồng, one for each product of a basket."""

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q
from oscar.apps.basket.abstract_models import AbstractLine

from core.money import round_discount, split, tax_inside, widen

#: Packs of one product in one basket; whoever needs more asks the maker.
MOST_PER_LINE = 9_999

widen(AbstractLine)


class Line(AbstractLine):
    """A line whose tax is worked out of what is paid for it, discounts taken off, and rounded once.

    Oscar scales the tax-free price by a ratio and stored 923.44 for 970 đồng at 5 % (measured on 4.2.1).
    """

    if TYPE_CHECKING:
        product_id: int
        stockrecord_id: int
        #: Of `Basket.all_lines()`: what was asked for, and how many are left (None: not for sale).
        asked: int
        left: int | None
        needs_age: bool

    class Meta(AbstractLine.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # Oscar's own rule is on a text made of two numbers; options could give a product two lines.
            models.UniqueConstraint(fields=["basket", "product"], name="basket_line_product_once"),
            models.CheckConstraint(
                condition=Q(quantity__gte=1, quantity__lte=MOST_PER_LINE), name="basket_line_quantity"
            ),
        ]

    def discount(
        self, discount_value: Any, affected_quantity: int, incl_tax: bool = True, offer: Any = None
    ) -> None:
        """Lower this line, by whole đồng; a fraction is given up."""
        super().discount(round_discount(discount_value), affected_quantity, incl_tax, offer)

    @property
    def tax_rate_percent(self) -> int:
        """The VAT rate in per cent; 0 where the seller pays none."""
        return int(self.purchase_info.price.tax_code or 0)

    @property
    def line_price_excl_tax(self) -> Decimal | None:
        """The line without tax, before discounts."""
        return self._without_tax(self.line_price_incl_tax)

    @property
    def line_price_incl_tax_incl_discounts(self) -> Decimal | None:
        """What is paid for the line."""
        gross = self.line_price_incl_tax
        return None if gross is None else max(Decimal(0), gross - self.discounts.incl_tax)

    @property
    def line_price_excl_tax_incl_discounts(self) -> Decimal | None:
        """What is paid for the line, without tax."""
        return self._without_tax(self.line_price_incl_tax_incl_discounts)

    def get_price_breakdown(self) -> list[tuple[Decimal, Decimal, int]]:
        """Return (price, price without tax, number of units), in whole đồng that add up to the line."""
        gross, net = self.line_price_incl_tax_incl_discounts, self.line_price_excl_tax_incl_discounts
        if gross is None or net is None:
            raise RuntimeError("a line without a price has no breakdown")
        affected = int(self.discounts.num_consumed()) if self.discount_value else 0
        discounts = split(int(self.line_price_incl_tax - gross), [1] * affected) if affected else []
        prices = [int(self.unit_price_incl_tax) - discount for discount in discounts]
        prices += [int(self.unit_price_incl_tax)] * (self.quantity - affected)
        pairs = Counter(zip(prices, split(int(net), prices), strict=True))
        return [
            (Decimal(price), Decimal(without), count) for (price, without), count in sorted(pairs.items())
        ]

    def _without_tax(self, gross: Decimal | None) -> Decimal | None:
        return None if gross is None else gross - tax_inside(gross, self.tax_rate_percent)
