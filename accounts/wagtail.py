"""Wagtail's user screens with our user model."""

from wagtail.users.apps import WagtailUsersAppConfig


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users app; its forms ask for one full name and a phone number."""

    default = False
    user_viewset = "accounts.viewsets.UserViewSet"
