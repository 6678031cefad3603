"""Emptying the store of whole public pages."""

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache

_AT_ONCE = 500


def forget_all_pages() -> None:
    """Remove every stored page, those of earlier generations too, which wait for their end unseen.

    Redis' own `clear()` would empty the whole database, and with it everybody's limits and sessions.
    """
    store = caches["pages"]
    if not isinstance(store, RedisCache):
        store.clear()
        return
    client = store._cache.get_client(None, write=True)
    batch: list[bytes] = []
    for key in client.scan_iter(match=store.make_key("*"), count=_AT_ONCE):
        batch.append(key)
        if len(batch) >= _AT_ONCE:
            client.delete(*batch)
            batch.clear()
    if batch:
        client.delete(*batch)
