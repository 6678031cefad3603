from oscar.apps.dashboard.partners.apps import PartnersDashboardConfig as StockPartnersDashboardConfig


class PartnersDashboardConfig(StockPartnersDashboardConfig):
    name = "shop.dashboard.partners"
