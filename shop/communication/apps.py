from oscar.apps.communication.apps import CommunicationConfig as StockCommunicationConfig


class CommunicationConfig(StockCommunicationConfig):
    name = "shop.communication"
