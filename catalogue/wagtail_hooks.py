"""What the catalogue adds to Wagtail's admin."""

from typing import Any

from wagtail import hooks

from catalogue.viewsets import VIEWSETS


@hooks.register("register_admin_viewset")
def register_viewsets() -> tuple[Any, ...]:
    """Register the screens."""
    return VIEWSETS
