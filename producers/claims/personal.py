"""What claims hold about a person."""

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy

from core.personal_data import PersonalData
from producers.models import Claim, ClaimPaper

if TYPE_CHECKING:
    from accounts.models import User


def claim_data() -> PersonalData:
    """Which shops the person asked for, with which papers."""
    return PersonalData("claims", _export, _erase, title=gettext_lazy("Shops that you asked for"))


def _export(user: "User") -> list[object]:
    columns = (
        *("code", "state", "name", "kind", "legal_name", "registration_number", "tax_code", "representative"),
        *("street", "phone", "position", "message", "created_at", "decided_at", "reason"),
    )
    return [
        {
            **{column: getattr(claim, column) for column in columns},
            "papers": [str(paper) for paper in claim.papers.all()],
        }
        for claim in Claim.objects.filter(user=user).prefetch_related("papers").order_by("pk")
    ]


def _erase(user: "User") -> None:
    """Remove the claims and, once that is sure, their files; what was decided stays in the log."""
    for paper in ClaimPaper.objects.filter(claim__user=user):
        transaction.on_commit(partial(paper.file.storage.delete, paper.file.name or ""))
    Claim.objects.filter(user=user).delete()
