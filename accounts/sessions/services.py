"""Ending sessions."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.conf import settings

from accounts.sessions.models import Session

if TYPE_CHECKING:
    from accounts.models import User


def end_all(user: "User") -> int:
    """End every session of a person, on all devices and in the cache too; return how many there were."""
    keys = list(Session.objects.filter(user=user).values_list("session_key", flat=True))
    for key in keys:
        _store()(key).delete()
    return len(keys)


def clear_expired() -> None:
    """Remove the sessions that have ended by themselves."""
    _store().clear_expired()


def _store() -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore
