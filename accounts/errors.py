"""What can go wrong with accounts."""

from core.errors import DomainError


class SmsNotSent(DomainError):
    """A text message did not go out; the sentence tells the reader what to do instead."""
