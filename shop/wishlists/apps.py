from oscar.apps.wishlists.apps import WishlistsConfig as StockWishlistsConfig


class WishlistsConfig(StockWishlistsConfig):
    name = "shop.wishlists"
