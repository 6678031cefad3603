"""What stands in the way; the sentence is safe to show."""

from core.errors import DomainError


class AlreadyAnswered(DomainError):
    """Somebody answered the letter before."""
