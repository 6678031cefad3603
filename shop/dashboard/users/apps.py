from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView
from oscar.apps.dashboard.users.apps import UsersDashboardConfig as StockUsersDashboardConfig


class UsersDashboardConfig(StockUsersDashboardConfig):
    """Oscar's screens for users are not routed: Wagtail's admin has them."""

    name = "shop.dashboard.users"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Keep the name that lists of orders and reviews link to; it opens the person in Wagtail."""
        urls = [
            path(
                "<int:pk>/", RedirectView.as_view(pattern_name="wagtailusers_users:edit"), name="user-detail"
            )
        ]
        return self.post_process_urls(urls)
