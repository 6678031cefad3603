"""The facts of a certificate page, and the look-up by code, printed number or product name."""

import io
from dataclasses import dataclass
from datetime import date, datetime

import segno
from django.conf import settings
from django.db.models import Prefetch, Q
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalogue.badges import StarBadge, badge_of
from catalogue.cards import place_of
from catalogue.models import Certificate, Product, read_code
from catalogue.models.certificate import CODE_LENGTH, CROCKFORD
from catalogue.pages.passport import certificate_facts
from core.clock import VIETNAM
from core.days import day_words
from core.gs1 import read_gtin
from core.page_parts import Fact, TimelineEvent
from core.vietnamese import fold

#: Results of a look-up by name; who has more must type more.
MOST_RESULTS = 20
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class FoundCertificate:
    """One line of the results of a look-up."""

    title: str
    url: str
    producer_name: str
    place: str
    code: str
    badge: StarBadge


def is_code(text: str) -> bool:
    """Say whether a text can be a public code once it is read as one."""
    code = read_code(text)
    return len(code) == CODE_LENGTH and set(code) <= set(CROCKFORD)


def certificate_by_code(text: str) -> Certificate | None:
    """Return the certificate with this public code, however it was typed."""
    if not is_code(text):
        return None
    return (
        Certificate.objects.select_related(
            "product__producer__unit__province", "product__producer__district", "rule_set", "superseded_by"
        )
        .filter(code=read_code(text), product__in=Product.objects.visible())
        .first()
    )


def find_certificates(text: str, day: date) -> tuple[list[FoundCertificate], int]:
    """Look a certificate up by public code, printed product code, decision number, barcode or product name.

    Returns:
        The newest certificates first, at most `MOST_RESULTS`, and how many there are in all.
    """
    words = " ".join(text.split())
    if not words:
        return [], 0
    # SQLite compares letters such as Đ only as they are, so both cases are asked for.
    wanted = Q(printed_code__iexact=words) | Q(decision_number__in=[words, words.upper()])
    if gtin := _gtin_in(words):
        sizes = Product.objects.filter(upc=gtin, is_public=True)
        wanted |= Q(product__in=sizes.values("pk")) | Q(product__in=sizes.values("parent"))
    if is_code(words):
        wanted |= Q(code=read_code(words))
    folded = fold(words)
    if len(folded) >= SHORTEST_NAME:
        by_name = Q()
        for word in folded.split()[:12]:
            by_name &= Q(product__folded__contains=word)
        wanted |= by_name
    found = (
        Certificate.objects.filter(wanted, product__in=Product.objects.visible())
        .select_related("product__producer__unit", "product__producer__district", "superseded_by")
        .order_by("-effective_until", "-pk")
    )
    total = found.count()
    return [
        FoundCertificate(
            title=each.product.title,
            url=each.get_absolute_url(),
            producer_name=each.product.producer.name if each.product.producer else "",
            place=place_of(each.product.producer, day),
            code=each.printed_code or each.code,
            badge=badge_of(each, day),
        )
        for each in found[:MOST_RESULTS]
    ], total


def _gtin_in(text: str) -> str:
    """Return the GTIN that a text is, as stored, or nothing."""
    try:
        return read_gtin(text)
    except ValueError:
        return ""


def qr_svg(code: str) -> str:
    """Return the QR of a certificate's short link as SVG (ISO/IEC 18004, error correction M)."""
    out = io.BytesIO()
    address = f"{settings.SITE_URL}/c/{code}"
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", scale=4, border=4, light="#fff", xmldecl=False, svgns=True
    )
    return out.getvalue().decode()


def facts_of(certificate: Certificate, badge: StarBadge) -> list[Fact]:
    """Return the table of a certificate page."""
    language = get_language() or "vi"
    level = str(Certificate.Level(certificate.authority_level).label)
    facts = certificate_facts(certificate, badge, language)
    return [
        *facts,
        Fact(_("Level"), level),
        Fact(_("Public code"), certificate.code),
        Fact(_("Source"), _("Demo data") if certificate.is_demo else certificate.source),
    ]


def history_of(product: Product, shown: Certificate, day: date) -> list[TimelineEvent]:
    """Return all certificates of a product, newest first; each says its state and its days.

    Stars of the past are told in words, as what was recognised then.
    """
    language = get_language() or "vi"
    others = Prefetch(
        "certificates", Certificate.objects.select_related("superseded_by", "rule_set").newest_first()
    )
    events = []
    for each in Product.objects.prefetch_related(others).get(pk=product.pk).certificates.all():
        state = each.state_on(day)
        last = max(min(each.effective_until, each.expires_on), each.issued_on)
        days = f"{day_words(each.issued_on, language)} – {day_words(last, language)}"
        if each.effective_until > each.expires_on:
            days += _(", usable until %(day)s") % {"day": day_words(each.effective_until, language)}
        usable = state in {Certificate.State.VALID, Certificate.State.GRACE}
        title = _("%(state)s, %(stars)s stars") % {"state": state.label, "stars": each.stars}
        events.append(
            TimelineEvent(
                title=title,
                when=days,
                is_now=usable,
                note=_("Decision %(number)s") % {"number": each.decision_number},
                is_demo=each.is_demo,
                url="" if each.pk == shown.pk else each.get_absolute_url(),
                link=_("See this certificate") if each.pk != shown.pk else "",
            )
        )
    return events


def left_words(badge: StarBadge, day: date) -> str:
    """Return how long a star may still be used: years and months, or days in the last two months."""
    if not badge.is_usable or badge.until is None:
        return ""
    days = (badge.until - day).days
    if days <= 60:
        return ngettext("%(count)s day left", "%(count)s days left", days + 1) % {"count": days + 1}
    months = (badge.until.year - day.year) * 12 + badge.until.month - day.month - (badge.until.day < day.day)
    years, months = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("%(count)s year", "%(count)s years", years) % {"count": years})
    if months:
        parts.append(ngettext("%(count)s month", "%(count)s months", months) % {"count": months})
    return _("%(time)s left") % {"time": " ".join(parts)}


def as_of_words(moment: datetime) -> str:
    """Return the day for which a page was worked out."""
    return _("As of %(day)s") % {"day": day_words(moment.astimezone(VIETNAM).date(), get_language() or "vi")}


def pack_checks(certificate: Certificate, badge: StarBadge) -> list[str]:
    """Return what to compare on the pack; nothing while no star may be used."""
    if not badge.is_usable:
        return []
    checks = [
        _("The pack shows %(stars)s stars, not more.") % {"stars": certificate.stars},
        _("The name of the product and of its maker are those above."),
    ]
    if certificate.printed_code:
        checks.append(_("The product code is %(code)s.") % {"code": certificate.printed_code})
    return checks
