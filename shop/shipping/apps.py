from oscar.apps.shipping.apps import ShippingConfig as StockShippingConfig


class ShippingConfig(StockShippingConfig):
    name = "shop.shipping"
