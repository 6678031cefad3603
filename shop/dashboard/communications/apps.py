from oscar.apps.dashboard.communications.apps import (
    CommunicationsDashboardConfig as StockCommunicationsDashboardConfig,
)


class CommunicationsDashboardConfig(StockCommunicationsDashboardConfig):
    name = "shop.dashboard.communications"
