from datetime import time

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy
from oscar.apps.basket.apps import BasketConfig as StockBasketConfig

from core import clock_jobs


class BasketConfig(StockBasketConfig):
    """Oscar's basket at our addresses; vouchers are given at the checkout."""

    name = "shop.basket"

    def ready(self) -> None:
        """Hear of people signing in, fill the slots of the rooms below, hand the pruning to the clock."""
        # Models exist only now.
        from core.personal_data import personal_data  # noqa: PLC0415
        from shop.basket import personal, pruning, receivers, views  # noqa: PLC0415

        self.summary_view = views.BasketView
        self.saved_view = views.SavedView
        self.add_view = views.BasketAddView
        receivers.connect()
        personal_data.fill(personal.baskets)
        clock_jobs.register(
            "remove old baskets", clock_jobs.Daily(at=time(3, 30)), pruning.remove_old_baskets
        )

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Return the basket, adding to it, and what is kept for later (contract §3, §4)."""
        urls = [
            path("", self.summary_view.as_view(), name="summary"),
            path(pgettext_lazy("url", "add/<int:pk>/"), self.add_view.as_view(), name="add"),
            path(pgettext_lazy("url", "saved/"), self.saved_view.as_view(), name="saved"),
        ]
        return self.post_process_urls(urls)
