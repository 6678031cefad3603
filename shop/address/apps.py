from oscar.apps.address.apps import AddressConfig as StockAddressConfig

from core.demo_loaders import demo_loaders
from core.personal_data import personal_data


class AddressConfig(StockAddressConfig):
    name = "shop.address"

    def ready(self) -> None:
        """Say how saved addresses are exported and erased, and load those of the demo."""
        super().ready()
        # Models exist only now.
        from shop.address.demo import load_addresses  # noqa: PLC0415
        from shop.address.personal import address_data  # noqa: PLC0415

        personal_data.fill(address_data)
        demo_loaders.fill(load_addresses, weight=10)  # after the people
