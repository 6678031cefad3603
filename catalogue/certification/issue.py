"""Recording a certificate that the authority has issued."""

from collections.abc import Callable
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.models import Certificate
from catalogue.models.certificate import lock_history
from catalogue.periods import expiry_of
from core.clock import today

#: The least score of each star (Decision 26/2026/QĐ-TTg, Art. 3; the same in 148 and 1048).
LEAST_SCORES = {3: Decimal(50), 4: Decimal(70), 5: Decimal(90)}
#: A printed last day wins over the rule of 36 months, but one further away is a typing error.
LONGEST_MONTHS = 60

Faults = dict[str, list[str]]
#: Takes a field and a sentence against it.
Fault = Callable[[str, str], None]


@transaction.atomic
def issue(certificate: Certificate) -> Certificate:
    """Write a certificate, as read from the paper, into the register; the one before it is superseded.

    Args:
        certificate: Not saved yet; its fictional mark follows from its product.

    Raises:
        ValidationError: By field, all that speaks against it; nothing is written.
    """
    if certificate.product_id:
        lock_history(certificate.product_id)
        certificate.is_demo = certificate.product.is_demo
    refuse_faults(certificate)
    certificate.save()
    return certificate


def refuse_faults(certificate: Certificate) -> None:
    """Raise all that speaks against a certificate at once, by field.

    Raises:
        ValidationError: Something does.
    """
    faults = faults_of(certificate)
    if certificate.issued_on and not certificate.expires_on:
        certificate.expires_on = expiry_of(certificate.issued_on)
    try:
        certificate.full_clean(exclude={"effective_from", "effective_until", *faults})
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            faults.setdefault(name, []).extend(messages)
    if faults:
        raise ValidationError(faults)


def faults_of(certificate: Certificate, *, taken_code: bool | None = None) -> Faults:
    """Return what the rules of the programme have against a certificate, by field; fields may be empty.

    Args:
        certificate: Saved or not.
        taken_code: Whether another product bears the printed code; None: ask the database.
    """
    faults: Faults = {}

    def fault(field: str, words: str) -> None:
        faults.setdefault(field, []).append(words)

    _look_at_product(certificate, fault)
    _look_at_rules(certificate, fault)
    _look_at_days(certificate, fault)
    if taken_code is None:
        taken_code = _is_taken(certificate)
    if taken_code:
        fault("printed_code", _("Another product bears this printed code."))
    return faults


def _look_at_product(certificate: Certificate, fault: Fault) -> None:
    if not certificate.product_id:
        return
    if certificate.product.parent_id:
        fault("product", _("A pack size has the certificate of its product."))
    elif certificate.product.is_reported:
        fault(
            "product", _("The press named this product, nobody confirmed it yet. Confirm the report first.")
        )


def _look_at_rules(certificate: Certificate, fault: Fault) -> None:
    if certificate.stars is not None and certificate.stars not in LEAST_SCORES:
        fault("stars", _("A certificate carries 3, 4 or 5 stars."))
    if certificate.score is not None and certificate.stars in LEAST_SCORES:
        least = LEAST_SCORES[certificate.stars]
        if not least <= certificate.score <= 100:
            words = _("%(stars)s stars need %(least)s to 100 points.")
            fault("score", words % {"stars": certificate.stars, "least": least})
    if not certificate.rule_set_id:
        return
    rules = certificate.rule_set
    level = rules.authorities.get(str(certificate.stars))
    if certificate.authority_level and level and certificate.authority_level != level:
        words = _("Under %(rules)s, %(stars)s stars are recognised by: %(level)s.")
        labels = {"rules": rules, "stars": certificate.stars, "level": Certificate.Level(level).label}
        fault("authority_level", words % labels)
    decided = certificate.decided_on
    if decided and (decided < rules.valid_from or (rules.valid_to is not None and decided > rules.valid_to)):
        fault("decided_on", _("%(rules)s was not in force on that day.") % {"rules": rules})


def _look_at_days(certificate: Certificate, fault: Fault) -> None:
    decided, issued, expires = certificate.decided_on, certificate.issued_on, certificate.expires_on
    if decided and decided > today():
        fault("decided_on", _("The decision lies in the future."))
    if decided and issued and issued < decided:
        fault("issued_on", _("A certificate is not issued before its decision."))
    if issued and expires and expires <= issued:
        fault("expires_on", _("The last day must come after the day of issue."))
    if issued and expires and expires > expiry_of(issued, LONGEST_MONTHS):
        fault(
            "expires_on",
            _("A certificate runs 36 months; this is more than five years. Look at the paper again."),
        )


def _is_taken(certificate: Certificate) -> bool:
    if not certificate.printed_code:
        return False
    others = Certificate.objects.filter(printed_code__iexact=certificate.printed_code)
    return others.exclude(product=certificate.product_id).exists()
