from oscar.apps.dashboard.shipping.apps import ShippingDashboardConfig as StockShippingDashboardConfig


class ShippingDashboardConfig(StockShippingDashboardConfig):
    name = "shop.dashboard.shipping"
