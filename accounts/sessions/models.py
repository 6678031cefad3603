"""The session row with its person beside it: Django's own keeps the id inside the encoded data."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """A session of one browser; `user` is empty while nobody is logged in."""

    # No constraint: a request under way may save its session while the person is being removed.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        editable=False,
        related_name="sessions",
        db_constraint=False,
    )

    @classmethod
    def get_session_store_class(cls) -> type:
        """Return the store that reads and writes these rows."""
        from accounts.sessions.db import SessionStore  # noqa: PLC0415  it needs this model

        return SessionStore
