"""Clocks of certificates that run today: what ends, what lapsed, whose file is taken now."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.models import Certificate, CertificateQuerySet
from catalogue.periods import REEVALUATION_CLOSES_DAYS, REEVALUATION_OPENS_DAYS
from core.clock import today


class Clock(models.TextChoices):
    """Clocks that run; each is a filter and a line of the panel of what waits."""

    DAYS_30 = "30", _("ends within 30 days")
    DAYS_90 = "90", _("ends within 90 days")
    DAYS_180 = "180", _("ends within 180 days")
    WINDOW = "window", _("file for re-evaluation is taken now")
    GRACE = "grace", _("grace is running")
    LAPSED = "lapsed", _("ended, no successor")


def on_clock(certificates: CertificateQuerySet, clock: str) -> CertificateQuerySet:
    """Keep the certificates of which a clock runs today."""
    day = today()
    if clock in {Clock.DAYS_30, Clock.DAYS_90, Clock.DAYS_180}:
        last = day + timedelta(days=int(clock))
        return certificates.in_force(day).filter(effective_until__lte=last, superseded_by__isnull=True)
    if clock == Clock.WINDOW:
        window = (
            day + timedelta(days=REEVALUATION_CLOSES_DAYS),
            day + timedelta(days=REEVALUATION_OPENS_DAYS),
        )
        return certificates.in_force(day).filter(expires_on__range=window, superseded_by__isnull=True)
    if clock == Clock.GRACE:
        return certificates.in_state(Certificate.State.GRACE, day)
    return certificates.in_state(Certificate.State.EXPIRED, day).filter(superseded_by__isnull=True)
