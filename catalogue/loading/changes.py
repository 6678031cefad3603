"""Writing a row only where it differs, so that a second load leaves no trace in the history."""

from typing import Any

from django.db import models


def save_if_changed(instance: models.Model, **values: Any) -> bool:
    """Set these attributes and save the object if it is new or one of them differed; say whether it was."""
    is_new = instance._state.adding
    changed = {name: value for name, value in values.items() if is_new or getattr(instance, name) != value}
    for name, value in changed.items():
        setattr(instance, name, value)
    if is_new or changed:
        instance.save()
    return bool(is_new or changed)
