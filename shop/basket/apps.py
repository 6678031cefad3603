from oscar.apps.basket.apps import BasketConfig as StockBasketConfig


class BasketConfig(StockBasketConfig):
    name = "shop.basket"
