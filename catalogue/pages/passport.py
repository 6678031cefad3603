"""The product passport: certificate and label, as far as they are known."""

from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalogue.badges import StarBadge
from catalogue.models import Certificate, Product
from catalogue.pictures import band_url
from core.days import day_words
from core.page_parts import Fact


def passport_of(
    product: Product,
    size: Product,
    certificate: Certificate | None,
    certificates: list[Certificate],
    badge: StarBadge,
) -> dict[str, Any]:
    """Return certificate and label, as far as they are known; what is missing is said, not hidden."""
    language = get_language() or "vi"
    page: dict[str, Any] | None = None
    if certificate is not None and badge.is_usable:
        earlier = [
            c
            for c in certificates
            if c.pk != certificate.pk and c.effective_from < certificate.effective_from
        ]
        page = {
            "rows": certificate_facts(certificate, badge, language),
            "url": badge.url,
            "note": "",
            "earlier_text": ngettext(
                "%(count)s earlier certificate.", "%(count)s earlier certificates.", len(earlier)
            )
            % {"count": len(earlier)}
            if earlier
            else "",
            "earlier_url": f"{badge.url}#history" if earlier else "",
        }
    producer = product.producer
    return {
        "band_url": band_url(producer) if producer else "",
        "code": certificate.printed_code if certificate and badge.is_usable else "",
        "certificate": page,
        "label": {
            "note": "",
            "rows": [
                Fact(
                    _("Net quantity"),
                    quantity_words(size),
                    is_demo=product.is_demo and bool(size.net_quantity),
                ),
                Fact(_("Ingredients"), ""),
                Fact(_("Storage"), ""),
                Fact(_("Shelf life"), ""),
                Fact(_("Responsible party"), producer.legal_name or producer.name if producer else ""),
                Fact(_("Barcode"), size.upc or ""),
            ],
        },
        "lot": None,
    }


def quantity_words(product: Product) -> str:
    """Return the net quantity as labels write it: 500 g, 1,4 kg, 500 ml, 12 pieces."""
    if not product.net_quantity:
        return ""
    if product.net_unit == Product.NetUnit.PIECE:
        return ngettext("%(count)s piece", "%(count)s pieces", product.net_quantity) % {
            "count": product.net_quantity
        }
    large, small = ("kg", "g") if product.net_unit == Product.NetUnit.GRAM else ("l", "ml")
    if product.net_quantity < 1000:
        return f"{product.net_quantity} {small}"
    amount = f"{product.net_quantity / 1000:g}"
    return f"{amount if get_language() == 'en' else amount.replace('.', ',')} {large}"


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
