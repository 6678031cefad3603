"""Why something cannot go into a basket; the text is shown to the visitor."""

from core.errors import DomainError


class NotInBasket(DomainError):
    """The product cannot be put into a basket at all."""


class NotForSale(NotInBasket):
    """It is not offered, shown only, or sold on enquiry."""


class SoldOut(NotInBasket):
    """None are left."""


class ChoosePackSize(NotInBasket):
    """It comes in pack sizes, and none was chosen."""


class TooManyBaskets(NotInBasket):
    """One network began too many new baskets."""


class BasketFull(NotInBasket):
    """The basket holds as many different products as it can."""
