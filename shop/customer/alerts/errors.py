"""Why nobody needs to be told; the text is shown to the visitor."""

from core.errors import DomainError


class NothingToWaitFor(DomainError):
    """The product can be bought right now, or will not be sold here."""


class TooManyAlerts(DomainError):
    """This person waits for as many products as they may."""


class NotReachable(DomainError):
    """There is no address to write to yet."""
