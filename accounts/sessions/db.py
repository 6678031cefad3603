"""`SESSION_ENGINE` for one machine: sessions in the database."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as StockStore

from accounts.sessions.models import Session


class SessionStore(StockStore):
    """Django's store, which also writes whose session it is."""

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
