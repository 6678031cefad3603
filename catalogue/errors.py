"""What can go wrong with certificates; each sentence is safe to show."""

from core.errors import DomainError


class GraceRefused(DomainError):
    """The law, as the office has recorded it, allows no grace for this certificate."""


class AlreadyRevoked(DomainError):
    """The certificate was revoked before."""


class NotRevoked(DomainError):
    """A revocation was to be taken back, and there is none."""


class ReportSettled(DomainError):
    """The press report was confirmed, merged or dismissed before."""


class ReportRefused(DomainError):
    """What was asked of a press report cannot be done with it."""


class ProductStaysHidden(DomainError):
    """A product was to be shown that stands on nothing."""


class CertificateChanged(DomainError):
    """The certificate was saved by somebody else after it was read."""


class CertificateMoved(DomainError):
    """A certificate was to be moved to another product."""
