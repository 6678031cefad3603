"""What baskets hear: somebody signed in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from accounts.models import User


def connect() -> None:
    """Connect the receivers; called once."""
    user_logged_in.connect(take_basket_along, dispatch_uid="take-basket-along")


def take_basket_along(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    """Add what the guest chose to the basket of the person that they turn out to be."""
    from shop.basket.middleware import take_guest_basket  # noqa: PLC0415  it reads models

    if request is not None:
        take_guest_basket(request, user)
