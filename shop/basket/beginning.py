"""A guest's new basket: rows that anybody can make, so one network makes so many an hour and no more."""

from math import ceil

from django.utils.translation import ngettext

from core.client import Limit
from shop.basket.errors import TooManyBaskets
from shop.basket.models import Basket

#: Far more than a village behind one carrier's address fills, far fewer than a script.
BEGUN = Limit("basket-begun", most=300, window_seconds=3_600)


def begin_guest_basket(network: str) -> Basket:
    """Make a basket for a guest.

    Args:
        network: The address that asks, as `core.client` knows it; empty where no visitor asks.

    Raises:
        TooManyBaskets: This network began too many within the hour.
    """
    if network and not BEGUN.count(network):
        minutes = ceil(BEGUN.seconds_left() / 60)
        raise TooManyBaskets(
            ngettext(
                "Too many new baskets were begun from your network. Log in, or try again in a minute.",
                "Too many new baskets were begun from your network. "
                "Log in, or try again in %(minutes)s minutes.",
                minutes,
            )
            % {"minutes": minutes}
        )
    return Basket.objects.create()
