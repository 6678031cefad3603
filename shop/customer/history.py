"""Recently seen products: not kept, since a cookie would make public pages personal (architecture §11)."""

from typing import Any

from oscar.apps.customer.history import CustomerHistoryManager as StockHistoryManager


class CustomerHistoryManager(StockHistoryManager):
    """Oscar's manager, which sets a cookie on every product page, made silent."""

    @classmethod
    def update(cls, product: Any, request: Any, response: Any) -> None:
        """Keep nothing."""
