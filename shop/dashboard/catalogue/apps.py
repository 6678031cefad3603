from oscar.apps.dashboard.catalogue.apps import CatalogueDashboardConfig as StockCatalogueDashboardConfig


class CatalogueDashboardConfig(StockCatalogueDashboardConfig):
    name = "shop.dashboard.catalogue"
