from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.apps import PartnerConfig as StockPartnerConfig

from core.personal_data import personal_data


class PartnerConfig(StockPartnerConfig):
    """Oscar's partner app as our producers."""

    name = "producers"
    verbose_name = _("Producers")

    def ready(self) -> None:
        """Say how members and invitations are exported and erased."""
        super().ready()
        from producers import personal  # noqa: PLC0415  models exist only now

        personal_data.fill(personal.membership_data)
        personal_data.fill(personal.invitation_data)
