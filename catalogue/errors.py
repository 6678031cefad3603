"""What can go wrong with certificates; each sentence is safe to show."""

from core.errors import DomainError


class GraceRefused(DomainError):
    """The law, as the office has recorded it, allows no grace for this certificate."""


class AlreadyRevoked(DomainError):
    """The certificate was revoked before."""


class CertificateChanged(DomainError):
    """The certificate was saved by somebody else after it was read."""


class CertificateMoved(DomainError):
    """A certificate was to be moved to another product."""
