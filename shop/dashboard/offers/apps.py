from oscar.apps.dashboard.offers.apps import OffersDashboardConfig as StockOffersDashboardConfig


class OffersDashboardConfig(StockOffersDashboardConfig):
    name = "shop.dashboard.offers"
