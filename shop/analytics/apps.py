from oscar.apps.analytics.apps import AnalyticsConfig as StockAnalyticsConfig


class AnalyticsConfig(StockAnalyticsConfig):
    name = "shop.analytics"
