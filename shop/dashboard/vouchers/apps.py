from oscar.apps.dashboard.vouchers.apps import VouchersDashboardConfig as StockVouchersDashboardConfig

from shop.dashboard.access import StaffOnly


class VouchersDashboardConfig(StaffOnly, StockVouchersDashboardConfig):
    name = "shop.dashboard.vouchers"
