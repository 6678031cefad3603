"""What baskets hear: somebody signed in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from accounts.models import User


def connect() -> None:
    """Connect the receivers; called once."""
    user_logged_in.connect(take_basket_along, dispatch_uid="take-basket-along")


def take_basket_along(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    """Add what the guest chose to the basket of the person that they turn out to be, and count it."""
    from shop.basket.middleware import basket_changed, take_guest_basket  # noqa: PLC0415  they read models
    from shop.basket.models import Basket  # noqa: PLC0415

    if request is None:
        return
    take_guest_basket(request, user)
    if hasattr(request, "strategy"):
        basket_changed(request, Basket.open.filter(owner=user).first() or Basket(owner=user))
