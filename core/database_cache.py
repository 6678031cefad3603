"""The cache in the database, for a site of one machine: Django's own, writing in one statement, not five."""

import base64
import pickle
import random
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, connections, router
from django.utils import timezone

#: Django counts all entries at every write; one write in so many is often enough to keep below the limit.
WRITES_FOR_ONE_COUNT = 64


class OneStatementCache(DatabaseCache):
    """Writes an entry by one INSERT … ON CONFLICT, without a transaction of its own."""

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Store an entry, whether there was one or not; a full disk or a lost connection is no error here."""
        key = self.make_and_validate_key(key, version=version)
        connection = connections[router.db_for_write(self.cache_model_class)]
        ends_at = self.get_backend_timeout(timeout)
        expires = (
            datetime.max.replace(tzinfo=UTC) if ends_at is None else datetime.fromtimestamp(ends_at, tz=UTC)
        )
        expires = expires.replace(microsecond=0)
        pickled = base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("ascii")
        table = connection.ops.quote_name(self._table)  # type: ignore[attr-defined]
        try:
            with connection.cursor() as cursor:
                cursor.execute(
                    f"INSERT INTO {table} (cache_key, value, expires) VALUES (%s, %s, %s) "  # noqa: S608
                    "ON CONFLICT (cache_key) "
                    "DO UPDATE SET value = excluded.value, expires = excluded.expires",
                    [key, pickled, connection.ops.adapt_datetimefield_value(expires)],
                )
                if random.randrange(WRITES_FOR_ONE_COUNT) == 0:
                    self._keep_below_the_limit(cursor, table, connection.alias)
        except DatabaseError:
            return

    def _keep_below_the_limit(self, cursor: Any, table: str, alias: str) -> None:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")  # noqa: S608  the name of our own table
        (count,) = cursor.fetchone()
        if count > self._max_entries:
            now = timezone.now().replace(microsecond=0)
            self._cull(alias, cursor, now, count)  # type: ignore[attr-defined]
