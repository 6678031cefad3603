from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    """The producers' office; it has no tables of its own."""

    name = "shop.office"
    label = "office"
    verbose_name = _("Shop office")

    def ready(self) -> None:
        """Show a person's shops in their account, and give the demo shops their people."""
        # Models exist only now.
        from core.demo_loaders import demo_loaders  # noqa: PLC0415
        from shop.customer.sections import account_sections  # noqa: PLC0415
        from shop.office.account import my_shops  # noqa: PLC0415
        from shop.office.demo import load_office  # noqa: PLC0415

        account_sections.fill(my_shops, weight=20)
        demo_loaders.fill(load_office, weight=20)
