from oscar.apps.wishlists.apps import WishlistsConfig as StockWishlistsConfig

from core.personal_data import personal_data


class WishlistsConfig(StockWishlistsConfig):
    """Oscar's wish lists with pages of our own; its shared lists are not routed."""

    name = "shop.wishlists"

    def ready(self) -> None:
        """Fill the slots of the account area and of personal data; Oscar's views are not loaded."""
        # Models exist only now.
        from shop.customer.sections import account_sections  # noqa: PLC0415
        from shop.wishlists.personal import wish_list_data  # noqa: PLC0415
        from shop.wishlists.sections import wish_lists  # noqa: PLC0415

        personal_data.fill(wish_list_data)
        account_sections.fill(wish_lists, weight=20)
