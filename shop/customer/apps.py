from oscar.apps.customer.apps import CustomerConfig as StockCustomerConfig

from core.personal_data import personal_data


class CustomerConfig(StockCustomerConfig):
    name = "shop.customer"

    def ready(self) -> None:
        """Say how the small tables about people are exported and erased."""
        super().ready()
        # Models exist only now.
        from shop.customer.personal import habit_data, notice_data, review_data  # noqa: PLC0415

        for filler in (review_data, notice_data, habit_data):
            personal_data.fill(filler)
