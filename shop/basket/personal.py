"""What baskets tell about a person, for their copy and for erasing it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.personal_data import PersonalData
from shop.basket.models import Basket
from shop.basket.services import title_of


def baskets() -> PersonalData:
    """Return this room's part."""
    return PersonalData(
        "baskets", export_baskets, erase_baskets, title=_("Your basket and what you keep for later")
    )


def export_baskets(user: User) -> list[dict[str, Any]]:
    """Return the person's baskets with their lines; prices in đồng."""
    return [
        {
            "status": basket.status,
            "since": basket.date_created.isoformat(),
            "lines": [
                {
                    "product": title_of(line.product),
                    "quantity": line.quantity,
                    "price": None if line.price_incl_tax is None else int(line.price_incl_tax),
                    "since": line.date_created.isoformat(),
                }
                for line in basket.lines.select_related("product__parent")
            ],
        }
        for basket in Basket.objects.filter(owner=user).order_by("pk")
    ]


def erase_baskets(user: User) -> None:
    """Remove what was not ordered; an ordered basket only loses its owner."""
    Basket.objects.filter(owner=user).exclude(status__in=[Basket.SUBMITTED, Basket.FROZEN]).delete()
    Basket.objects.filter(owner=user).update(owner=None)
