"""How a certificate ends: revoked, or usable a while longer because grace was granted."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.errors import AlreadyRevoked, GraceRefused
from catalogue.models import Certificate, GraceRule
from catalogue.models.certificate import lock_history


@transaction.atomic
def revoke(*, certificate_id: int, on: date, reason: str, decision_number: str = "") -> Certificate:
    """Revoke a certificate (Art. 8 of 26/2026/QĐ-TTg); the star ends on the day before `on`.

    Raises:
        Certificate.DoesNotExist: There is no such certificate.
        AlreadyRevoked: It was revoked before; the first decision stands.
        ValidationError: No reason is given, or the day lies before the issue.
    """
    certificate = locked(certificate_id)
    if certificate.revoked_on is not None:
        raise AlreadyRevoked(_("This certificate was revoked before."))
    certificate.revoked_on = on
    certificate.revoked_reason = reason
    certificate.revocation_decision = decision_number
    certificate.full_clean()
    certificate.save()
    return certificate


@transaction.atomic
def grant_grace(*, certificate_id: int, until: date, reason: str) -> Certificate:
    """Let an expired certificate be used until its re-evaluation ends (Art. 12 of 26/2026/QĐ-TTg).

    Which expiry dates qualify is a `GraceRule` that the office records; without one nothing qualifies.

    Raises:
        Certificate.DoesNotExist: There is no such certificate.
        GraceRefused: It is revoked or replaced, no rule covers its expiry, or the day lies past the longest
            grace.
        ValidationError: No reason is given, or the day does not lie after the expiry.
    """
    certificate = locked(certificate_id)
    if certificate.revoked_on is not None:
        raise GraceRefused(_("A revoked certificate gets no grace."))
    if certificate.superseded_by is not None:
        raise GraceRefused(_("A newer certificate of this product was issued; grace is no longer needed."))
    rule = (
        GraceRule.objects.filter(
            expires_from__lte=certificate.expires_on, expires_to__gte=certificate.expires_on
        )
        .order_by("-longest_days")
        .first()
    )
    if rule is None:
        raise GraceRefused(_("No rule recorded by the office grants grace to this expiry date."))
    if until > certificate.expires_on + timedelta(days=rule.longest_days):
        raise GraceRefused(
            _("Grace lasts at most %(days)s days past the expiry.") % {"days": rule.longest_days}
        )
    certificate.grace_until = until
    certificate.grace_reason = reason
    certificate.full_clean()
    certificate.save()
    return certificate


@transaction.atomic
def end_grace(*, certificate_id: int, on: date) -> Certificate:
    """End granted grace early, since the re-evaluation came to its result; `on` is the first day without.

    Raises:
        Certificate.DoesNotExist: There is no such certificate.
        GraceRefused: None was granted, or it ends before that day anyhow.
    """
    certificate = locked(certificate_id)
    if certificate.grace_until is None or on > certificate.grace_until:
        raise GraceRefused(_("There is no grace on that day."))
    last_day = on - timedelta(days=1)
    if last_day > certificate.expires_on:
        certificate.grace_until = last_day
    else:
        certificate.grace_until, certificate.grace_reason = None, ""
    certificate.full_clean()
    certificate.save()
    return certificate


def locked(certificate_id: int) -> Certificate:
    """Read a certificate after its product's row is taken, in the order that every writer keeps."""
    lock_history(Certificate.objects.values_list("product_id", flat=True).get(pk=certificate_id))
    return Certificate.objects.get(pk=certificate_id)
