"""Products, their sets, certificates and what the press reported, under Oscar's label `catalogue`."""

from .category import Category, FormerSet
from .certificate import Certificate, CertificateQuerySet, lay_out_history, new_code, read_code, store_star
from .photo import ProductImage
from .press import PressReport
from .product import Product, ProductQuerySet, unit_price
from .rule_set import GraceRule, RuleSet
from .sale import FOR_SALE, ProductTaxTreatment, SaleMode, SaleRule

__all__ = [
    "FOR_SALE",
    "Category",
    "Certificate",
    "CertificateQuerySet",
    "FormerSet",
    "GraceRule",
    "PressReport",
    "Product",
    "ProductImage",
    "ProductQuerySet",
    "ProductTaxTreatment",
    "RuleSet",
    "SaleMode",
    "SaleRule",
    "lay_out_history",
    "new_code",
    "read_code",
    "store_star",
    "unit_price",
]

from oscar.apps.catalogue.models import *  # type: ignore[assignment]  # Oscar's other models come last
