"""`SESSION_ENGINE` for many machines: sessions in the database, read through Redis."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore as StockStore

from accounts.sessions.models import Session


class SessionStore(StockStore):
    """Django's store, which also writes whose session it is."""

    cache_key_prefix = "accounts.sessions"

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return our model."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Make the row and take the person's id from the data."""
        session = super().create_model_instance(data)
        assert isinstance(session, Session)
        session.user_id = int(data[SESSION_KEY]) if data.get(SESSION_KEY) else None
        return session
