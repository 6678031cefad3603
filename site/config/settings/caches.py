"""One variable chooses where caches lie: the database of one machine, or Redis for many."""

from typing import Any


def caches_from(redis_url: str) -> dict[str, dict[str, Any]]:
    """Return Django's caches; without Redis the shared ones lie in the database.

    Page generations must be seen by every process, so local memory cannot stand in for Redis.
    """
    return {
        # Counters and generations lie here; a full cache throws away what sorts first, and must not fill.
        "default": _shared(redis_url, table="cache", entries=1_000_000),
        # Whole public pages, apart from what must not be thrown away with them.
        "pages": _shared(redis_url, table="page_cache", entries=20_000, prefix="pages"),
        # Which smaller copies of a picture exist; a lost entry costs one query.
        "renditions": _local("renditions"),
        "local": _local("local"),
    }


def _shared(redis_url: str, *, table: str, entries: int, prefix: str = "") -> dict[str, Any]:
    if redis_url:
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": redis_url,
            "KEY_PREFIX": prefix,
        }
    return {
        "BACKEND": "core.database_cache.OneStatementCache",
        "LOCATION": table,
        "OPTIONS": {"MAX_ENTRIES": entries},
    }


def _local(name: str) -> dict[str, Any]:
    return {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    }
