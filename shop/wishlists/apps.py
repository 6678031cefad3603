from oscar.apps.wishlists.apps import WishlistsConfig as StockWishlistsConfig

from core.personal_data import personal_data


class WishlistsConfig(StockWishlistsConfig):
    """Oscar's wish lists with pages of our own; its shared lists are not routed."""

    name = "shop.wishlists"

    def ready(self) -> None:
        """Fill the slot of personal data; Oscar's views are not loaded."""
        # Models exist only now.
        from shop.wishlists.personal import wish_list_data  # noqa: PLC0415

        personal_data.fill(wish_list_data)
