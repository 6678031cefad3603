"""The product passport: certificate, papers, label and lot, as far as they are known."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalogue.badges import StarBadge, last_word_on
from catalogue.models import Certificate, LabelRule, Lot, LotEvent, Product
from catalogue.pages.label import label_page, label_rules_on
from catalogue.pages.lot import Recall, lot_page, lots_to_show, recalls_on
from catalogue.pages.papers import PaperRow, papers_of_product
from catalogue.pictures import band_url
from core.days import day_words
from core.page_parts import Fact


@dataclass(frozen=True, slots=True)
class PassportFacts:
    """What a passport reads beside the product and its certificates."""

    rules: list[LabelRule]
    papers: list[PaperRow]
    #: The lot that is shown: the newest of the pack size, or the one asked for.
    lot: Lot | None
    events: list[LotEvent]
    recalls: list[Recall]


def read_passport(
    product: Product, sizes: list[Product], size: Product, day: date, lot: Lot | None = None
) -> PassportFacts:
    """Read label rules, papers and lots of a product in three queries; an older lot costs one more.

    Args:
        product: Of which the passport tells.
        sizes: Its pack sizes; empty where it has one only.
        size: Whose lots are shown.
        day: For which rules, papers and recalls count.
        lot: One lot instead of the newest.
    """
    shown, events, recalled = lots_to_show(sizes or [product], size)
    if lot is not None and lot != shown:
        shown, events = lot, list(lot.events.all())
    return PassportFacts(
        rules=label_rules_on(product, day),
        papers=papers_of_product(product, day),
        lot=shown,
        events=events,
        recalls=recalls_on(recalled, day),
    )


def passport_of(
    product: Product,
    size: Product,
    certificates: list[Certificate],
    badge: StarBadge,
    facts: PassportFacts,
    day: date,
) -> dict[str, Any]:
    """Return certificate, papers, label and lot; what is missing is said, not hidden."""
    certificate = last_word_on(certificates, day)
    producer = product.producer
    return {
        "band_url": band_url(producer) if producer else "",
        "code": certificate.printed_code if certificate and badge.is_usable else "",
        "certificate": _certificate_page(certificate, certificates, badge),
        "papers": facts.papers,
        "label": label_page(product, size, facts.rules),
        "lot": lot_page(facts.lot, facts.events, size, day),
    }


def _certificate_page(
    certificate: Certificate | None, certificates: list[Certificate], badge: StarBadge
) -> dict[str, Any] | None:
    if certificate is None or not badge.is_usable:
        return None
    earlier = [
        c for c in certificates if c.pk != certificate.pk and c.effective_from < certificate.effective_from
    ]
    words = ngettext("%(count)s earlier certificate.", "%(count)s earlier certificates.", len(earlier))
    return {
        "rows": certificate_facts(certificate, badge, get_language() or "vi"),
        "url": badge.url,
        "note": "",
        "earlier_text": words % {"count": len(earlier)} if earlier else "",
        "earlier_url": f"{badge.url}#history" if earlier else "",
    }


def certificate_facts(certificate: Certificate, badge: StarBadge, language: str) -> list[Fact]:
    """Return the facts of a certificate; stars are named only while they may be used."""
    demo = certificate.is_demo
    rank = _("%(stars)s stars") % {"stars": certificate.stars} if badge.is_usable else ""
    if rank and certificate.score is not None:
        score = f"{certificate.score.normalize():f}"
        points = score if language == "en" else score.replace(".", ",")
        rank = _("%(rank)s, %(points)s points") % {"rank": rank, "points": points}
    facts = [Fact(_("Rank"), rank, is_strong=True)] if rank else []
    decided = day_words(certificate.decided_on, language)
    facts += [
        Fact(
            _("Decision"),
            _("%(number)s of %(day)s") % {"number": certificate.decision_number, "day": decided},
            is_demo=demo,
        ),
        Fact(_("Issued by"), certificate.authority_name, is_demo=demo),
        Fact(_("Issued on"), day_words(certificate.issued_on, language)),
        Fact(_("Last day"), day_words(certificate.expires_on, language), is_strong=badge.is_usable),
        Fact(_("Product code"), certificate.printed_code, is_demo=demo and bool(certificate.printed_code)),
        Fact(_("Rule set"), certificate.rule_set.decision_number),
    ]
    if certificate.grace_until:
        facts.append(
            Fact(
                _("Usable until"), day_words(certificate.grace_until, language), note=certificate.grace_reason
            )
        )
    if certificate.revoked_on:
        facts += [
            Fact(
                _("Revoked on"), day_words(certificate.revoked_on, language), note=certificate.revoked_reason
            ),
            Fact(_("Decision of revocation"), certificate.revocation_decision, is_demo=demo),
        ]
    return facts
