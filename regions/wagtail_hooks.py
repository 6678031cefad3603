"""What regions add to Wagtail's admin."""

from typing import Any

from wagtail import hooks

from regions.choosers import unit_chooser
from regions.viewsets import units


@hooks.register("register_admin_viewset")
def register_viewsets() -> tuple[Any, ...]:
    """Register the screen and the dialogue for communes."""
    return (unit_chooser, units)
