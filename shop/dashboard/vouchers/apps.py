from oscar.apps.dashboard.vouchers.apps import VouchersDashboardConfig as StockVouchersDashboardConfig


class VouchersDashboardConfig(StockVouchersDashboardConfig):
    name = "shop.dashboard.vouchers"
