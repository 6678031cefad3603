"""Producers and their stock, under Oscar's label `partner`."""

from .membership import Membership, MembershipQuerySet, Role
from .producer import Partner, ProducerQuerySet
from .stock import StockRecord
from .tax import VAT_RATES, SellerTaxTreatment

__all__ = [
    "VAT_RATES",
    "Membership",
    "MembershipQuerySet",
    "Partner",
    "ProducerQuerySet",
    "Role",
    "SellerTaxTreatment",
    "StockRecord",
]

from oscar.apps.partner.models import *  # type: ignore[assignment]  # Oscar's other models come last
