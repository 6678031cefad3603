"""What can go wrong with saved addresses."""

from core.errors import DomainError


class AddressBookFull(DomainError):
    """Nobody needs that many addresses; one has to go first."""


class AddressKnown(DomainError):
    """The same person at the same place is in the book already."""
