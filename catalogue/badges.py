"""What pages show of a certificate: a star while it is usable, a sentence otherwise."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import get_language

from catalogue.models import Certificate, PressReport
from catalogue.press_words import when_words
from catalogue.source_languages import foreign_words, source_language

State = Certificate.State


@dataclass(frozen=True, slots=True)
class StarBadge:
    """A certificate as badges draw it."""

    state: str
    stars: int | None = None
    #: Last day on which the star may be shown.
    until: date | None = None
    #: The day it ended, for those that did: expiry, revocation or succession.
    expired_on: date | None = None
    url: str = ""
    is_demo: bool = False

    @property
    def is_usable(self) -> bool:
        """Say whether a star may be shown."""
        return self.state in {State.VALID, State.GRACE}


NO_BADGE = StarBadge("none")


def badge_of(certificate: Certificate | None, day: date) -> StarBadge:
    """Return the badge of a certificate on `day`; stars are told only while they may be used."""
    if certificate is None:
        return NO_BADGE
    state = certificate.state_on(day)
    usable = state in {State.VALID, State.GRACE}
    ended = {
        State.EXPIRED: certificate.expires_on,
        State.GRACE: certificate.expires_on,
        State.REVOKED: certificate.revoked_on,
        State.SUPERSEDED: certificate.superseded_by.issued_on if certificate.superseded_by else None,
    }.get(state)
    return StarBadge(
        state=state.value,
        stars=certificate.stars if usable else None,
        until=certificate.effective_until if usable else None,
        expired_on=ended,
        url=certificate.get_absolute_url(),
        is_demo=certificate.is_demo,
    )


def last_word_on(certificates: list[Certificate], day: date) -> Certificate | None:
    """Return the certificate that says how a product stands on `day`.

    The usable one; else the latest that began; else the next to come.
    """
    begun = [c for c in certificates if c.effective_from <= day]
    usable = [c for c in begun if c.effective_until >= day]
    if usable:
        return usable[0]
    if begun:
        return max(begun, key=lambda c: (c.issued_on, c.pk))
    return min(certificates, key=lambda c: (c.issued_on, c.pk), default=None)


@dataclass(frozen=True, slots=True)
class PressLine:
    """What a newspaper reported, with its source."""

    stars: int | None
    when: str
    source_name: str
    source_url: str
    read_on: date
    source_language: str
    #: In words, where it is not the language of the page.
    source_language_words: str


def press_line(report: PressReport) -> PressLine:
    """Return a press report as pages show it; the source is named by its host."""
    host = urlsplit(report.source_url).hostname or ""
    when = when_words(report.reported_when, get_language() or "vi")
    return PressLine(
        report.stars,
        when,
        host.removeprefix("www."),
        report.source_url,
        report.read_on,
        source_language(report.source_url),
        foreign_words(report.source_url),
    )
