"""Stock and price of what can be bought: one record for each product, kept right by the database."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.exceptions import UnableToPlaceOrder
from oscar.apps.partner.abstract_models import AbstractStockRecord
from oscar.apps.partner.exceptions import InvalidStockAdjustment

from core.money import widen

widen(AbstractStockRecord)


class StockRecord(AbstractStockRecord):
    """What one pack costs (đồng, VAT included) and how many there are.

    Oscar adds to `num_allocated` unchecked, so five buyers of the last unit all got it (measured on 4.2.1).
    Here each move is one conditional UPDATE: it happens whole or is refused.
    """

    num_in_stock = models.PositiveIntegerField(_("in stock"), default=0)
    num_allocated = models.IntegerField(_("reserved for orders"), default=0)

    if TYPE_CHECKING:
        price: Decimal | None

    class Meta(AbstractStockRecord.Meta):
        verbose_name = _("stock record")
        verbose_name_plural = _("stock records")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["product"], name="stock_one_per_product"),
            models.CheckConstraint(
                condition=Q(num_allocated__gte=0) & Q(num_allocated__lte=F("num_in_stock")),
                name="stock_allocated_within",
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True) | Q(price__gte=0), name="stock_price_sign"
            ),
            models.CheckConstraint(condition=Q(price_currency="VND"), name="stock_price_in_dong"),
        ]

    def allocate(self, quantity: int) -> None:
        """Reserve `quantity` packs for an order.

        Raises:
            UnableToPlaceOrder: Fewer are left; nothing is reserved then.
        """
        self._move(
            quantity,
            Q(num_in_stock__gte=F("num_allocated") + quantity),
            UnableToPlaceOrder(_("There are not enough left of this product.")),
            num_allocated=F("num_allocated") + quantity,
        )

    allocate.alters_data = True  # type: ignore[attr-defined]

    def consume_allocation(self, quantity: int) -> None:
        """Take `quantity` reserved packs out of the stock, when they leave the house.

        Raises:
            InvalidStockAdjustment: Fewer are reserved.
        """
        self._move(
            quantity,
            Q(num_allocated__gte=quantity, num_in_stock__gte=quantity),
            InvalidStockAdjustment(_("Fewer packs are reserved than were to leave.")),
            num_allocated=F("num_allocated") - quantity,
            num_in_stock=F("num_in_stock") - quantity,
        )

    consume_allocation.alters_data = True  # type: ignore[attr-defined]

    def cancel_allocation(self, quantity: int) -> None:
        """Free `quantity` reserved packs.

        Raises:
            InvalidStockAdjustment: Fewer are reserved.
        """
        self._move(
            quantity,
            Q(num_allocated__gte=quantity),
            InvalidStockAdjustment(_("Fewer packs are reserved than were to be freed.")),
            num_allocated=F("num_allocated") - quantity,
        )

    cancel_allocation.alters_data = True  # type: ignore[attr-defined]

    def _move(self, quantity: int, condition: Q, refusal: Exception, **change: object) -> None:
        """Change the numbers in one conditional UPDATE, and tell Oscar's receivers."""
        if not self.can_track_allocations:
            return
        if quantity < 0:
            raise ValueError("a quantity is not negative")
        self.pre_save_signal()
        if not StockRecord.objects.filter(condition, pk=self.pk).update(**change):
            raise refusal
        self.refresh_from_db(fields=["num_allocated", "num_in_stock"])
        self.post_save_signal()
