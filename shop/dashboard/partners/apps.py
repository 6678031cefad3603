from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView
from oscar.apps.dashboard.partners.apps import PartnersDashboardConfig as StockPartnersDashboardConfig

from shop.dashboard.access import StaffOnly


class PartnersDashboardConfig(StaffOnly, StockPartnersDashboardConfig):
    """Oscar's screens for partners set `Partner.users` and are not routed: Wagtail's admin has producers."""

    name = "shop.dashboard.partners"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Keep the name that other pages of the dashboard link to."""
        urls = [
            path(
                "<int:pk>/",
                RedirectView.as_view(pattern_name="staff_producers:inspect"),
                name="partner-manage",
            )
        ]
        return self.post_process_urls(urls)
