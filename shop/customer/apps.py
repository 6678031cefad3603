from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy
from django.views.generic import RedirectView
from oscar.apps.customer.apps import CustomerConfig as StockCustomerConfig

from core.personal_data import personal_data


class CustomerConfig(StockCustomerConfig):
    """The account area. Of Oscar's pages only the name of its log-in is left, for Oscar to reverse."""

    name = "shop.customer"

    def ready(self) -> None:
        """Say how the small tables about people are exported and erased."""
        super().ready()
        # Models exist only now.
        from shop.customer.personal import habit_data, notice_data, review_data  # noqa: PLC0415

        for filler in (review_data, notice_data, habit_data):
            personal_data.fill(filler)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Route the account; logging in happens in `accounts.doors`."""
        return [
            path(
                pgettext_lazy("url", "enter/"),
                RedirectView.as_view(pattern_name="account_login", query_string=True),
                name="login",
            ),
        ]
