from oscar.apps.analytics.apps import AnalyticsConfig as StockAnalyticsConfig


class AnalyticsConfig(StockAnalyticsConfig):
    """Oscar's analytics tables without its receivers: they write to the database on every product view."""

    name = "shop.analytics"

    def ready(self) -> None:
        """Connect nothing."""
