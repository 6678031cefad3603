from oscar.apps.dashboard.orders.apps import OrdersDashboardConfig as StockOrdersDashboardConfig

from shop.dashboard.access import StaffOnly


class OrdersDashboardConfig(StaffOnly, StockOrdersDashboardConfig):
    name = "shop.dashboard.orders"
