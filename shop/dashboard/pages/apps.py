from oscar.apps.dashboard.pages.apps import PagesDashboardConfig as StockPagesDashboardConfig


class PagesDashboardConfig(StockPagesDashboardConfig):
    name = "shop.dashboard.pages"
