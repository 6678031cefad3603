from oscar.apps.dashboard.orders.apps import OrdersDashboardConfig as StockOrdersDashboardConfig


class OrdersDashboardConfig(StockOrdersDashboardConfig):
    name = "shop.dashboard.orders"
