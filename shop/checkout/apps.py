from oscar.apps.checkout.apps import CheckoutConfig as StockCheckoutConfig


class CheckoutConfig(StockCheckoutConfig):
    name = "shop.checkout"
