from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from oscar.apps.dashboard.apps import DashboardConfig as StockDashboardConfig


class DashboardConfig(StockDashboardConfig):
    """Oscar's dashboard for orders and offers. People are managed in Wagtail's admin, and so are pages."""

    name = "shop.dashboard"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Route what staff use here; logging in happens in one place only, which is not this one."""
        from django.contrib.auth.views import LogoutView  # noqa: PLC0415  models exist only now

        urls = [
            path("", self.index_view.as_view(), name="index"),
            path("catalogue/", include(self.catalogue_app.urls[0])),
            path("reports/", include(self.reports_app.urls[0])),
            path("orders/", include(self.orders_app.urls[0])),
            path("customers/", include(self.users_app.urls[0])),
            path("partners/", include(self.partners_app.urls[0])),
            path("offers/", include(self.offers_app.urls[0])),
            path("ranges/", include(self.ranges_app.urls[0])),
            path("reviews/", include(self.reviews_app.urls[0])),
            path("vouchers/", include(self.vouchers_app.urls[0])),
            path("comms/", include(self.comms_app.urls[0])),
            path("shipping/", include(self.shipping_app.urls[0])),
            # Oscar's own form would let people in past two-factor.
            path(
                "login/",
                RedirectView.as_view(pattern_name="account_login", query_string=True),
                name="login",
            ),
            path("logout/", LogoutView.as_view(next_page="/"), name="logout"),
        ]
        return self.post_process_urls(urls)
