"""A person's address book."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from core.personal_data import PersonalData
from shop.address.models import UserAddress

if TYPE_CHECKING:
    from accounts.models import User


def address_data() -> PersonalData:
    """Saved addresses."""
    return PersonalData(
        "addresses",
        _export,
        _erase,
        title=_("Saved addresses"),
    )


def _erase(user: "User") -> None:
    UserAddress.objects.filter(user=user).delete()


def _export(user: "User") -> list[dict[str, object]]:
    return [
        {"name": address.name, "phone": str(address.phone_number), "address": address.summary}
        for address in UserAddress.objects.filter(user=user).order_by("pk")
    ]
