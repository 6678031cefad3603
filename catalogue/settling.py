"""Writing the star of a day onto the products: what the nightly task does.

A stored star is only ever read together with `certified_until >= today`, so a star ends at midnight even when
this did not run. It is needed for stars that begin: an upcoming certificate, a successor.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery

from catalogue.models import Certificate, Product
from core.clock import today
from core.generations import CATALOGUE, bump


@dataclass(frozen=True)
class Settled:
    """How many products lost their star, got one or another period, and have one now."""

    ended: int
    changed: int
    in_force: int


@transaction.atomic
def settle(day: date) -> Settled:
    """Bring every product's stored star in line with the certificates in force on `day`; three queries."""
    usable = Certificate.objects.in_force(day).filter(product=OuterRef("pk"))
    star, last_day = Subquery(usable.values("stars")[:1]), Subquery(usable.values("effective_until")[:1])
    stored = Q(stars_today__isnull=False) | Q(certified_until__isnull=False)
    ended = Product.objects.filter(stored, ~Exists(usable)).update(stars_today=None, certified_until=None)
    differs = (
        Q(stars_today__isnull=True)
        | Q(certified_until__isnull=True)
        | ~Q(stars_today=F("star"))
        | ~Q(certified_until=F("last_day"))
    )
    changed = (
        Product.objects.annotate(star=star, last_day=last_day)
        .filter(differs, star__isnull=False)
        .update(stars_today=star, certified_until=last_day)
    )
    if ended or changed:
        bump(CATALOGUE)
    in_force = Product.objects.filter(stars_today__isnull=False, certified_until__gte=day).count()
    return Settled(ended, changed, in_force)


def settle_today() -> Settled:
    """Settle the current day in Vietnam; the clock runs this at midnight and at start."""
    return settle(today())
