"""Mending what was typed wrong; each is an action of the office with a reason in the log."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.errors import CertificateChanged, NotRevoked
from catalogue.models import Certificate

from .ending import locked
from .issue import refuse_faults

#: What is printed on the paper and may have been typed wrong.
CORRECTABLE = (
    "stars",
    "rule_set",
    "score",
    "decision_number",
    "decided_on",
    "authority_level",
    "authority_name",
    "issued_on",
    "expires_on",
    "printed_code",
    "scan",
    "scan_is_public",
    "source",
)


@transaction.atomic
def correct(*, certificate_id: int, revision: int, printed: dict[str, Any]) -> Certificate:
    """Write what the paper says in place of what was typed; the history of the product is laid out anew.

    Args:
        certificate_id: Of the certificate.
        revision: The count of saves when it was read.
        printed: By the names of `CORRECTABLE`.

    Raises:
        Certificate.DoesNotExist: There is no such certificate.
        CertificateChanged: Somebody saved it meanwhile.
        ValidationError: By field, all that speaks against it.
    """
    certificate = locked(certificate_id)
    if certificate.revision != revision:
        raise CertificateChanged(_("Somebody changed this certificate meanwhile. Open it again."))
    if unknown := set(printed) - set(CORRECTABLE):
        raise ValueError(f"not printed on a certificate: {', '.join(sorted(unknown))}")
    for name, value in printed.items():
        setattr(certificate, name, value)
    refuse_faults(certificate)
    certificate.save()
    return certificate


@transaction.atomic
def take_back_revocation(*, certificate_id: int) -> Certificate:
    """Undo a revocation that was recorded by mistake, as if it had never been.

    Raises:
        Certificate.DoesNotExist: There is no such certificate.
        NotRevoked: It is not revoked.
    """
    certificate = locked(certificate_id)
    if certificate.revoked_on is None:
        raise NotRevoked(_("This certificate is not revoked."))
    certificate.revoked_on, certificate.revoked_reason, certificate.revocation_decision = None, "", ""
    certificate.save()
    return certificate


@transaction.atomic
def strike(*, certificate_id: int) -> None:
    """Take a row away that should never have been, such as one typed for the wrong product.

    Raises:
        Certificate.DoesNotExist: There is no such certificate.
        ValidationError: It is revoked: then it was a certificate.
    """
    certificate = locked(certificate_id)
    if certificate.revoked_on is not None:
        raise ValidationError(_("A revoked certificate stays in the register."))
    certificate.delete()
