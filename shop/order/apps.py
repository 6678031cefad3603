from oscar.apps.order.apps import OrderConfig as StockOrderConfig

from core.personal_data import personal_data


class OrderConfig(StockOrderConfig):
    name = "shop.order"

    def ready(self) -> None:
        """Say how orders are exported and erased."""
        super().ready()
        from shop.order.personal import order_data  # noqa: PLC0415  models exist only now

        personal_data.fill(order_data)
