from oscar.apps.catalogue.apps import CatalogueConfig as StockCatalogueConfig


class CatalogueConfig(StockCatalogueConfig):
    name = "catalogue"
