"""The shops that a person works for, as a part of their account."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from producers.models import Partner
from shop.customer.sections import AccountSection


def my_shops(user: User) -> AccountSection | None:
    """Return the part, or None for people who work for no shop."""
    names = list(Partner.objects.for_member(user).order_by("name").values_list("name", flat=True))
    if not names:
        return None
    title = _("My shops") if len(names) > 1 else _("My shop")
    return AccountSection(title, reverse("office:shops"), lambda: ", ".join(names))
