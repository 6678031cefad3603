"""Producers and their stock, under Oscar's label `partner`."""

from .producer import Partner, ProducerQuerySet
from .stock import StockRecord
from .tax import VAT_RATES, SellerTaxTreatment

__all__ = ["VAT_RATES", "Partner", "ProducerQuerySet", "SellerTaxTreatment", "StockRecord"]

from oscar.apps.partner.models import *  # type: ignore[assignment]  # Oscar's other models come last
