"""Why a wish list stays as it is; the text is shown to its owner."""

from core.errors import DomainError


class ListFull(DomainError):
    """There is no room for more."""
