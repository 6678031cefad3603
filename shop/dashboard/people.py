"""Looking for a person by name: our users have one full name where Oscar asks for a first and a last one."""

from django.db.models import Q


def user_named(text: str, user: str = "user") -> Q:
    """Return the condition that a user's full name holds every word of `text`, in any order.

    Args:
        text: What was typed.
        user: The way to the user from the model that is asked; empty for the user itself.
    """
    path = f"{user}__full_name__icontains" if user else "full_name__icontains"
    return _every_word(text, [path])


def order_for(text: str) -> Q:
    """Return the condition that an order was placed by or goes to somebody of that name."""
    addresses = ("shipping_address", "billing_address")
    paths = [f"{address}__{part}__icontains" for address in addresses for part in ("first_name", "last_name")]
    return _every_word(text, ["user__full_name__icontains", *paths])


def _every_word(text: str, paths: list[str]) -> Q:
    condition = Q()
    for word in text.split():
        condition &= Q(*[(path, word) for path in paths], _connector=Q.OR)
    return condition
