"""Asking, withdrawing and deciding; each is one transaction."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.messages import queue
from accounts.models import User
from core.vietnamese import slug_of
from producers.claims.errors import CannotClaim, ClaimDecided
from producers.membership import lock_members
from producers.models import Claim, ClaimPaper, Membership, Partner, Role

#: One person waits for at most so many answers.
MOST_OPEN = 5


def refuse_unless_claimable(producer: Partner) -> None:
    """Refuse a producer that somebody runs already.

    Raises:
        CannotClaim: It is not one that only the press named.
    """
    if producer.merged_into_id is not None:
        raise CannotClaim(_("This record was merged into that of another producer."))
    if not producer.is_reported or producer.memberships.exists():
        raise CannotClaim(_("This shop is run by its owner already. Ask the owner to invite you."))


@transaction.atomic
def submit(
    *,
    user: User,
    producer: Partner | None,
    form_key: uuid.UUID,
    facts: Mapping[str, Any],
    papers: Mapping[str, "File[Any]"],
) -> Claim:
    """Keep a claim of `producer`, or a registration where none is given, and tell the asker that it came.

    Args:
        user: With a confirmed phone number.
        form_key: Of the form; a second call with it returns what the first one made.
        facts: Of the shop: the fields of `Claim` of these names.
        papers: Clean files by `ClaimPaper.Kind`; the registration paper is among them.

    Raises:
        CannotClaim: Somebody else sent this form, the number is not confirmed, the producer is taken, the
            person asked for it before, or waits for too many answers.
    """
    # The person's row is the lock: two clicks at once are one after the other.
    User.objects.select_for_update().only("pk").get(pk=user.pk)
    if known := Claim.objects.filter(form_key=form_key, user=user).first():
        return known
    if Claim.objects.filter(form_key=form_key).exists():  # sent before, then again under another account
        raise CannotClaim(_("This form was sent already. Open it anew."))
    if user.phone is None or user.phone_verified_at is None:
        raise CannotClaim(_("Confirm your phone number first."))
    waiting = Claim.objects.waiting().filter(user=user)
    if waiting.count() >= MOST_OPEN:
        raise CannotClaim(_("You are waiting for several answers already. Please wait for these first."))
    if producer is not None:
        refuse_unless_claimable(producer)
        if waiting.filter(producer=producer).exists():
            raise CannotClaim(_("You have asked for this shop already. Please wait for the answer."))
    claim = Claim.objects.create(
        user=user,
        producer=producer,
        is_registration=producer is None,
        form_key=form_key,
        phone=user.phone,
        **facts,
    )
    for kind, file in papers.items():
        ClaimPaper.objects.create(claim=claim, kind=kind, file=file)
    _tell(claim, "claim_received")
    return claim


@transaction.atomic
def withdraw(*, claim_id: int) -> Claim:
    """Take a claim back before it is decided.

    Raises:
        ClaimDecided: It was decided or withdrawn before.
    """
    claim = _open_claim(claim_id)
    claim.state = Claim.State.WITHDRAWN
    claim.save(update_fields=["state"])
    return claim


@transaction.atomic
def approve(*, claim_id: int, by: User, reason: str) -> Claim:
    """Hand the producer over, or make the one of a registration; the asker becomes its owner.

    Raises:
        ClaimDecided: It was decided or withdrawn before.
        CannotClaim: Meanwhile somebody else runs the producer, or the asker's account is closed.
    """
    claim = _open_claim(claim_id)
    if not claim.user.is_active:
        raise CannotClaim(_("The asker's account is closed."))
    producer = _register(claim) if claim.is_registration else _hand_over(claim)
    Membership.objects.create(producer=producer, user=claim.user, role=Role.OWNER, added_by=by)
    claim.producer = producer
    return _decide(claim, Claim.State.APPROVED, by, reason)


@transaction.atomic
def refuse(*, claim_id: int, by: User, reason: str) -> Claim:
    """Refuse a claim; the producer stays as it is.

    Raises:
        ClaimDecided: It was decided or withdrawn before.
    """
    return _decide(_open_claim(claim_id), Claim.State.REFUSED, by, reason)


def _open_claim(claim_id: int) -> Claim:
    claim = Claim.objects.select_for_update(of=("self",)).select_related("user").get(pk=claim_id)
    if claim.state != Claim.State.SUBMITTED:
        raise ClaimDecided(_("This was decided or withdrawn before. Open it again."))
    return claim


def _hand_over(claim: Claim) -> Partner:
    """Let the producer be run by its owner, and fill in what the press did not know."""
    if claim.producer is None:
        raise CannotClaim(_("This shop is no longer in the register."))
    lock_members(claim.producer)
    producer = Partner.objects.get(pk=claim.producer.pk)
    refuse_unless_claimable(producer)
    producer.standing = Partner.Standing.ACTIVE
    if producer.kind == Partner.Kind.UNKNOWN:
        producer.kind = claim.kind
    for name in ("legal_name", "registration_number", "tax_code", "representative", "street"):
        setattr(producer, name, getattr(producer, name) or getattr(claim, name))
    if producer.unit_id is None:
        producer.unit = claim.unit
    producer.save()
    return producer


def _register(claim: Claim) -> Partner:
    return Partner.objects.create(
        code=f"{slug_of(claim.name)[:100] or 'chu-the'}-{claim.code.lower()}",
        name=claim.name,
        kind=claim.kind,
        legal_name=claim.legal_name,
        registration_number=claim.registration_number,
        tax_code=claim.tax_code,
        representative=claim.representative,
        unit=claim.unit,
        street=claim.street,
        is_demo=claim.is_demo,
    )


def _decide(claim: Claim, state: Claim.State, by: User, reason: str) -> Claim:
    claim.state, claim.decided_by, claim.decided_at, claim.reason = state, by, timezone.now(), reason
    claim.save(update_fields=["state", "decided_by", "decided_at", "reason", "producer"])
    _tell(claim, f"claim_{state.value}")
    return claim


def _tell(claim: Claim, event: str) -> None:
    queue(
        event=event,
        about=f"claim:{claim.pk}",
        user=claim.user,
        phone=claim.phone,
        language=claim.user.language,
        context={
            "shop": claim.name,
            "code": claim.code,
            "reason": claim.reason,
            "link": settings.SITE_URL + claim.status_url,
        },
    )
