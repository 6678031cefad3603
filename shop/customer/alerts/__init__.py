"""Word to those who asked when a sold-out product is back (Oscar's product alerts)."""

from datetime import time

from core import clock_jobs
from core.personal_data import personal_data


def connect() -> None:
    """Hear of stock, fill the slot of personal data, hand the sweeping and pruning to the clock."""
    # Models exist only now.
    from shop.customer.alerts import receivers, services  # noqa: PLC0415
    from shop.customer.alerts.personal import alert_data  # noqa: PLC0415
    from shop.customer.alerts.sections import waiting  # noqa: PLC0415
    from shop.customer.sections import account_sections  # noqa: PLC0415

    receivers.connect()
    personal_data.fill(alert_data)
    account_sections.fill(waiting, weight=21)
    clock_jobs.register("tell of stock", clock_jobs.Every(minutes=5), services.tell)
    clock_jobs.register("prune stock alerts", clock_jobs.Daily(at=time(3, 40)), services.prune)
