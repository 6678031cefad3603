from oscar.apps.payment.apps import PaymentConfig as StockPaymentConfig


class PaymentConfig(StockPaymentConfig):
    name = "shop.payment"
