from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.apps import PartnerConfig as StockPartnerConfig

from core.demo_loaders import demo_loaders
from core.personal_data import personal_data


class PartnerConfig(StockPartnerConfig):
    """Oscar's partner app as our producers."""

    name = "producers"
    verbose_name = _("Producers")

    def ready(self) -> None:
        """Say how members and invitations are exported and erased."""
        super().ready()
        from core.staff import staff_panels  # noqa: PLC0415
        from producers import personal  # noqa: PLC0415  models exist only now
        from producers.claims.demo import load_demo_claims  # noqa: PLC0415
        from producers.claims.panels import claims_waiting  # noqa: PLC0415
        from producers.claims.personal import claim_data  # noqa: PLC0415

        personal_data.fill(personal.membership_data)
        personal_data.fill(personal.invitation_data)
        personal_data.fill(claim_data)
        demo_loaders.fill(load_demo_claims)
        staff_panels.fill(claims_waiting, weight=5)
