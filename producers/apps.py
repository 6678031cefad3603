from oscar.apps.partner.apps import PartnerConfig as StockPartnerConfig


class PartnerConfig(StockPartnerConfig):
    name = "producers"
