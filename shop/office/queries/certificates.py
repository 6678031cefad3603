"""A shop's certificates with their clocks: how long each may still be used, and what has ended."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.badges import StarBadge, badge_of, last_word_on
from catalogue.models import Certificate, Product
from catalogue.pages.certificate import left_words
from catalogue.periods import Period, reevaluation_window
from core.days import day_words
from producers.models import Partner

State = Certificate.State


@dataclass(frozen=True, slots=True)
class Clock:
    """The certificate that says how a product stands, and how long it may still be used."""

    title: str
    code: str
    badge: StarBadge
    left_text: str
    days_left: int | None
    #: Whether it is time to ask for the next one, and until when the file is taken, in a sentence.
    is_ending: bool = False
    filing_words: str = ""

    @property
    def has_ended(self) -> bool:
        """Say whether the product shows no star any more."""
        return self.badge.state in {State.EXPIRED, State.REVOKED}


@dataclass(frozen=True, slots=True)
class Clocks:
    """A shop's products by their certificates, the most urgent first."""

    running: list[Clock]
    ended: list[Clock]
    #: Titles of the products that never had one.
    none: list[str]

    @property
    def ending(self) -> list[Clock]:
        """Those in force for whose successor it is time."""
        return [clock for clock in self.running if clock.is_ending]


def clocks_of(producer: Partner, day: date) -> Clocks:
    """Return the clocks of a shop on `day`, in two queries."""
    certificates: dict[int, list[Certificate]] = {}
    for certificate in Certificate.objects.filter(product__producer=producer).select_related("superseded_by"):
        certificates.setdefault(certificate.product_id, []).append(certificate)
    products = Product.objects.filter(
        producer=producer, listing=Product.Listing.LISTED, parent__isnull=True
    ).order_by("title_vi", "pk")
    clocks, none = [], []
    for product in products:
        word = last_word_on(certificates.get(product.pk, []), day)
        if word is None:
            none.append(product.title)
        else:
            clocks.append(clock_of(word, product.title, day))
    running = [clock for clock in clocks if not clock.has_ended]
    ended = [clock for clock in clocks if clock.has_ended]
    far = timedelta.max.days
    running.sort(key=lambda clock: far if clock.days_left is None else clock.days_left)
    return Clocks(running, ended, none)


def clock_of(certificate: Certificate, title: str, day: date) -> Clock:
    """Return one certificate with its clock; the last day counts as a day left."""
    badge = badge_of(certificate, day)
    window = reevaluation_window(certificate.expires_on)
    is_last = badge.is_usable and certificate.superseded_by_id is None
    return Clock(
        title=title,
        code=certificate.code,
        badge=badge,
        left_text=left_words(badge, day),
        days_left=(badge.until - day).days + 1 if badge.until else None,
        is_ending=is_last and day >= window.start,
        filing_words=filing_words(window, day) if is_last and badge.state == State.VALID else "",
    )


def filing_words(window: Period, day: date) -> str:
    """Say when the file for re-evaluation is handed in, seen from `day`."""
    language = get_language() or "vi"
    start, end = day_words(window.start, language), day_words(window.end, language)
    if day < window.start:
        return _("File for the new evaluation: from %(start)s to %(end)s.") % {"start": start, "end": end}
    if day <= window.end:
        return _("Hand in the file for the new evaluation now: it is taken until %(end)s.") % {"end": end}
    return _(
        "The file for the new evaluation was due by %(end)s. Ask your commune what is still possible."
    ) % {"end": end}
