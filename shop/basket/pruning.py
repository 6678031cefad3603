"""Baskets of guests who do not come back."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from shop.basket.models import Basket

#: Removed in one statement each, so that no transaction is long.
BATCH = 200


def remove_old_baskets() -> int:
    """Remove guests' open baskets whose cookie has ended; return how many."""
    ended = timezone.now() - timedelta(seconds=settings.OSCAR_BASKET_COOKIE_LIFETIME, days=1)
    removed = 0
    while True:
        old = Basket.open.filter(owner=None, touched_at__lt=ended).order_by("touched_at")
        batch = list(old.values_list("pk", flat=True)[:BATCH])
        if not batch:
            return removed
        # Asked again: its owner may have come back between the two statements.
        Basket.open.filter(pk__in=batch, owner=None, touched_at__lt=ended).delete()
        removed += len(batch)
