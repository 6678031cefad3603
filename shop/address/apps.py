from oscar.apps.address.apps import AddressConfig as StockAddressConfig

from core.personal_data import personal_data


class AddressConfig(StockAddressConfig):
    name = "shop.address"

    def ready(self) -> None:
        """Say how saved addresses are exported and erased."""
        super().ready()
        from shop.address.personal import address_data  # noqa: PLC0415  models exist only now

        personal_data.fill(address_data)
