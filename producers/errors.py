"""What can go wrong with a producer's members, prices and stock; each sentence is safe to show."""

from collections.abc import Mapping

from core.errors import DomainError


class ProducerStaysHidden(DomainError):
    """A producer was to be shown that goes on under another record."""


class NotAllowed(DomainError):
    """The person's role at this producer does not reach so far."""


class LastOwner(DomainError):
    """A producer that has members would be left without an owner."""


class AlreadyMember(DomainError):
    """The person works for this producer already."""


class InvitationClosed(DomainError):
    """The invitation was used, withdrawn, or has run out."""


class NotForYou(DomainError):
    """The invitation names another phone number or e-mail address than the account's confirmed ones."""


class TooManyInvitations(DomainError):
    """The producer has sent as many invitations as a day allows."""


class StockNotChanged(DomainError):
    """Some of the numbers could not be written, so that none was.

    Attributes:
        refusals: By the key of the stock record, what stands in the way, and what is stored now.
    """

    def __init__(self, text: str, refusals: Mapping[int, "Refusal"]) -> None:
        super().__init__(text)
        self.refusals = refusals


class Refusal:
    """Why one stock record was left as it is.

    Attributes:
        price, stock: A sentence for each number that cannot be written, or "".
        price_now, stock_now: What is stored: đồng (None: no price) and packs.
    """

    def __init__(self, *, price: str, stock: str, price_now: int | None, stock_now: int) -> None:
        self.price = price
        self.stock = stock
        self.price_now = price_now
        self.stock_now = stock_now
