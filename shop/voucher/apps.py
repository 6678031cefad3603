from oscar.apps.voucher.apps import VoucherConfig as StockVoucherConfig


class VoucherConfig(StockVoucherConfig):
    name = "shop.voucher"
