from oscar.apps.dashboard.users.apps import UsersDashboardConfig as StockUsersDashboardConfig


class UsersDashboardConfig(StockUsersDashboardConfig):
    name = "shop.dashboard.users"
