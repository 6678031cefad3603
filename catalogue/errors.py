"""What can go wrong with certificates and with being on sale; each sentence is safe to show."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from core.errors import DomainError

if TYPE_CHECKING:
    from catalogue.passport.completeness import Missing


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


class NotSoldHere(DomainError):
    """A product cannot be offered, whatever its label says."""


class IncompleteLabel(DomainError):
    """A product was to be offered whose label lacks what the law asks.

    Attributes:
        missing: What it lacks.
    """

    def __init__(self, missing: "Sequence[Missing]") -> None:
        self.missing = tuple(missing)
        super().__init__(
            _("This product cannot go on sale yet. Missing: %(list)s.")
            % {"list": "; ".join(each.words for each in self.missing)}
        )


class LotRefused(DomainError):
    """A step or a recall of a lot makes no sense."""


class ConfirmedBefore(DomainError):
    """A file to be imported was confirmed before."""
