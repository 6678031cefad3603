"""What can go wrong with accounts."""

from core.errors import DomainError


class SmsNotSent(DomainError):
    """A text message did not go out; the sentence tells the reader what to do instead."""


class MailNotSent(DomainError):
    """A letter did not go out; the sentence tells the reader what to do instead."""


class ReasonMissing(DomainError):
    """Staff wanted to see a retained record and did not say why."""


class EraseRefused(DomainError):
    """A person cannot be erased yet; the sentence says what has to happen first."""
