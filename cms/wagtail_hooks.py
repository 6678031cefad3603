"""What this room adds to Wagtail's admin."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from cms.choosers import CHOOSERS


@hooks.register("register_admin_viewset")
def register_choosers() -> tuple[ViewSet, ...]:
    """Register the dialogues for products, producers, branches and sets."""
    return CHOOSERS
