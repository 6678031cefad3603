"""What alerts hear: a stock record was saved or moved."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from producers.models import StockRecord
from shop.customer.alerts.models import ProductAlert
from shop.customer.alerts.services import tell_later


def connect() -> None:
    """Connect the receivers; called once."""
    post_save.connect(look_who_waits, sender=StockRecord, dispatch_uid="look-who-waits")


def look_who_waits(
    sender: type[StockRecord], instance: StockRecord, raw: bool = False, **kwargs: Any
) -> None:
    """Leave the telling to the worker: whoever moves stock holds its row and must not wait for messages."""
    if raw or instance.num_in_stock <= instance.num_allocated:
        return
    waiting = ProductAlert.objects.filter(product=instance.product_id, status=ProductAlert.ACTIVE)
    if waiting.exists():
        with transaction.atomic():
            tell_later(instance.product_id)
