from oscar.apps.offer.apps import OfferConfig as StockOfferConfig


class OfferConfig(StockOfferConfig):
    name = "shop.offer"
