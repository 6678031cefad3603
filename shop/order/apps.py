from oscar.apps.order.apps import OrderConfig as StockOrderConfig


class OrderConfig(StockOrderConfig):
    name = "shop.order"
