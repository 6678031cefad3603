from oscar.apps.dashboard.ranges.apps import RangesDashboardConfig as StockRangesDashboardConfig

from shop.dashboard.access import StaffOnly


class RangesDashboardConfig(StaffOnly, StockRangesDashboardConfig):
    name = "shop.dashboard.ranges"
