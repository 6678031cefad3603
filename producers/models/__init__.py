"""Producers and their stock, under Oscar's label `partner`."""

from .invitation import Invitation, InvitationQuerySet
from .membership import Membership, MembershipQuerySet, Role
from .producer import Partner, ProducerQuerySet
from .stock import StockRecord
from .stock_change import StockChange
from .tax import VAT_RATES, SellerTaxTreatment

__all__ = [
    "VAT_RATES",
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Partner",
    "ProducerQuerySet",
    "Role",
    "SellerTaxTreatment",
    "StockChange",
    "StockRecord",
]

from oscar.apps.partner.models import *  # type: ignore[assignment]  # Oscar's other models come last
