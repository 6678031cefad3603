from typing import Any

from django.db.models import QuerySet
from oscar.apps.dashboard.orders.views import OrderListView as StockOrderListView

from shop.dashboard.people import order_for


class OrderListView(StockOrderListView):
    """Orders, also looked for by the name of who ordered or receives."""

    def get_queryset(self) -> QuerySet[Any]:
        """Narrow Oscar's answer down by the name."""
        orders: QuerySet[Any] = super().get_queryset()
        if person := self.form.person:
            orders = orders.filter(order_for(person)).distinct()
            # The page says what was looked for.
            self.form.cleaned_data["name"] = person
        return orders
