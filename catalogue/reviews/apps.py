from oscar.apps.catalogue.reviews.apps import CatalogueReviewsConfig as StockCatalogueReviewsConfig


class CatalogueReviewsConfig(StockCatalogueReviewsConfig):
    name = "catalogue.reviews"
