from oscar.apps.customer.apps import CustomerConfig as StockCustomerConfig


class CustomerConfig(StockCustomerConfig):
    name = "shop.customer"
