"""Producers and their stock, under Oscar's label `partner`."""

from producers.claims.models import Claim, ClaimPaper, ClaimQuerySet

from .invitation import Invitation, InvitationQuerySet
from .membership import Membership, MembershipQuerySet, Role
from .paper import ExemptionGround, Paper, PaperKind, PaperQuerySet
from .producer import Partner, ProducerQuerySet
from .stock import StockRecord
from .stock_change import StockChange
from .tax import VAT_RATES, SellerTaxTreatment

__all__ = [
    "VAT_RATES",
    "Claim",
    "ClaimPaper",
    "ClaimQuerySet",
    "ExemptionGround",
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Paper",
    "PaperKind",
    "PaperQuerySet",
    "Partner",
    "ProducerQuerySet",
    "Role",
    "SellerTaxTreatment",
    "StockChange",
    "StockRecord",
]

from oscar.apps.partner.models import *  # type: ignore[assignment]  # Oscar's other models come last
