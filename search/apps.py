from oscar.apps.search.apps import SearchConfig as StockSearchConfig


class SearchConfig(StockSearchConfig):
    name = "search"
