from oscar.apps.address.apps import AddressConfig as StockAddressConfig


class AddressConfig(StockAddressConfig):
    name = "shop.address"
