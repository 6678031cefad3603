from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from oscar.apps.dashboard.apps import DashboardConfig as StockDashboardConfig

from shop.dashboard.access import StaffOnly


class DashboardConfig(StaffOnly, StockDashboardConfig):
    """Oscar's dashboard for orders and offers, with their vouchers and ranges.

    Products, producers, people, pages, messages and delivery are kept elsewhere: `docs/decisions/` says why.
    """

    name = "shop.dashboard"

    def configure_permissions(self) -> None:
        """Leave the way in and the way out open to everybody."""
        super().configure_permissions()
        self.permissions_map |= {"login": None, "logout": None}

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Route what staff use here; logging in happens in one place only, which is not this one."""
        from django.contrib.auth.views import LogoutView  # noqa: PLC0415  models exist only now

        urls = [
            path("", self.index_view.as_view(), name="index"),
            path("orders/", include(self.orders_app.urls[0])),
            path("offers/", include(self.offers_app.urls[0])),
            path("vouchers/", include(self.vouchers_app.urls[0])),
            path("ranges/", include(self.ranges_app.urls[0])),
            # Kept for what orders and ranges link to; each leads to Wagtail's admin.
            path("customers/", include(self.users_app.urls[0])),
            path("catalogue/", include(self.catalogue_app.urls[0])),
            path("partners/", include(self.partners_app.urls[0])),
            # Oscar's own form would let people in past two-factor.
            path(
                "login/",
                RedirectView.as_view(pattern_name="account_login", query_string=True),
                name="login",
            ),
            path("logout/", LogoutView.as_view(next_page="/"), name="logout"),
        ]
        return self.post_process_urls(urls)
