from oscar.apps.dashboard.ranges.apps import RangesDashboardConfig as StockRangesDashboardConfig


class RangesDashboardConfig(StockRangesDashboardConfig):
    name = "shop.dashboard.ranges"
