"""What wish lists tell about a person, for their copy and for erasing it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from core.personal_data import PersonalData
from shop.wishlists.models import WishList

if TYPE_CHECKING:
    from accounts.models import User


def wish_list_data() -> PersonalData:
    """A person's lists."""
    return PersonalData("wish_lists", _export, _erase, title=_("Wish lists"))


def _export(user: "User") -> list[object]:
    return [
        {
            "name": wish_list.name,
            "since": wish_list.date_created,
            "products": list(wish_list.lines.values_list("title", flat=True)),
        }
        for wish_list in WishList.objects.filter(owner=user).order_by("pk")
    ]


def _erase(user: "User") -> None:
    WishList.objects.filter(owner=user).delete()
