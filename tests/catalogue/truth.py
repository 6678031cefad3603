"""What a certificate's dates alone say of a day, worked out apart from the code under test."""

from collections.abc import Iterable
from datetime import date

from catalogue.models import Certificate


def star_on(history: Iterable[Certificate], day: date) -> tuple[int, date] | None:
    """Return the stars that a product may show on `day` and the last day for them, or None."""
    ordered = sorted(history, key=lambda certificate: certificate.issued_on)
    begun = [certificate for certificate in ordered if certificate.issued_on <= day]
    if not begun:
        return None
    last = begun[-1]
    until = last.grace_until or last.expires_on
    if last.revoked_on:
        until = min(until, date.fromordinal(last.revoked_on.toordinal() - 1))
    following = ordered[len(begun) :]
    if following:
        until = min(until, date.fromordinal(following[0].issued_on.toordinal() - 1))
    return (last.stars, until) if day <= until else None
