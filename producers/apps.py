from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.apps import PartnerConfig as StockPartnerConfig


class PartnerConfig(StockPartnerConfig):
    """Oscar's partner app as our producers."""

    name = "producers"
    verbose_name = _("Producers")
