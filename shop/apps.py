from typing import TYPE_CHECKING

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import pgettext_lazy
from oscar.config import Shop as StockShop

if TYPE_CHECKING:
    from oscar.core.application import OscarConfig


class Shop(StockShop):
    """Oscar's root at our addresses. Its log-in, register and password pages are never routed."""

    catalogue_app: "OscarConfig"
    basket_app: "OscarConfig"
    customer_app: "OscarConfig"
    search_app: "OscarConfig"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Return the shop's pages that exist in every language; staff pages are routed by the site."""
        return [
            path(pgettext_lazy("url", "products/"), self.catalogue_app.urls),
            path(pgettext_lazy("url", "search/"), self.search_app.urls),
            path(pgettext_lazy("url", "basket/"), self.basket_app.urls),
            path(pgettext_lazy("url", "account/stock-alerts/"), include("shop.customer.alerts.urls")),
            path(pgettext_lazy("url", "account/wish-lists/"), include("shop.wishlists.urls")),
            path(pgettext_lazy("url", "account/"), self.customer_app.urls),
        ]
