"""Parts of the site that are no Wagtail pages, for menus to link to; upper rooms add theirs in `ready()`."""

from collections.abc import Callable, Iterable

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.slots import Slot

#: Names of views with the words that editors see.
Target = tuple[str, str | Promise]
menu_targets: Slot[Callable[[], Iterable[Target]]] = Slot("menu targets")


def shop_targets() -> list[Target]:
    """Name the parts that lie below this room."""
    return [
        ("catalogue:index", _("Products")),
        ("producers:index", _("Producers")),
        ("certificates:check", _("Certificate check")),
    ]


menu_targets.fill(shop_targets)


def view_choices() -> list[Target]:
    """Return every target that can be chosen."""
    return [target for targets in menu_targets for target in targets()]


def address_of_view(name: str) -> str:
    """Return the address in the active language, or an empty text where the view does not exist (yet)."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
