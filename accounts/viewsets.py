"""Wagtail's screens for users."""

from wagtail.users.views.users import UserViewSet as StockUserViewSet


class UserViewSet(StockUserViewSet):
    """Users with one full name, a phone number and an e-mail address."""
