from oscar.apps.dashboard.apps import DashboardConfig as StockDashboardConfig


class DashboardConfig(StockDashboardConfig):
    name = "shop.dashboard"
