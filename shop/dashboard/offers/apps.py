from oscar.apps.dashboard.offers.apps import OffersDashboardConfig as StockOffersDashboardConfig

from shop.dashboard.access import StaffOnly


class OffersDashboardConfig(StaffOnly, StockOffersDashboardConfig):
    name = "shop.dashboard.offers"
