from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView
from oscar.apps.dashboard.catalogue.apps import CatalogueDashboardConfig as StockCatalogueDashboardConfig

from shop.dashboard.access import StaffOnly


class CatalogueDashboardConfig(StaffOnly, StockCatalogueDashboardConfig):
    """Oscar's screens for products are not routed: Wagtail's admin has them."""

    name = "shop.dashboard.catalogue"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Keep the name that other pages of the dashboard link to."""
        urls = [
            path(
                "<int:pk>/",
                RedirectView.as_view(pattern_name="staff_products:inspect"),
                name="catalogue-product",
            )
        ]
        return self.post_process_urls(urls)
