from django.urls import URLPattern, URLResolver
from oscar.apps.customer.apps import CustomerConfig as StockCustomerConfig

from core.personal_data import personal_data


class CustomerConfig(StockCustomerConfig):
    """The account area. Of Oscar's pages only the name of its log-in is left, for Oscar to reverse."""

    name = "shop.customer"

    def ready(self) -> None:
        """Fill the account area, and say how the small tables about people are exported and erased."""
        super().ready()
        # Models exist only now.
        from shop.customer import alerts, own_sections  # noqa: PLC0415
        from shop.customer.personal import habit_data, notice_data, review_data  # noqa: PLC0415

        own_sections.fill()
        for filler in (review_data, notice_data, habit_data):
            personal_data.fill(filler)
        alerts.connect()

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Route the account; logging in happens in `accounts.doors`."""
        from shop.customer.urls import urlpatterns  # noqa: PLC0415  views import models

        return self.post_process_urls(urlpatterns)
