"""What stands in the way of a claim; each sentence is safe to show."""

from core.errors import DomainError


class CannotClaim(DomainError):
    """The producer cannot be asked for, or not by this person."""


class ClaimDecided(DomainError):
    """The claim was decided or withdrawn before."""
