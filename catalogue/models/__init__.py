"""Products, their sets, certificates and what the press reported, under Oscar's label `catalogue`."""

from .category import Category, FormerSet
from .certificate import Certificate, CertificateQuerySet, lay_out_history, new_code, read_code, store_star
from .label_contents import LabelContents
from .label_rule import OF_PACK, LabelField, LabelRule
from .lot import Lot, LotEvent
from .photo import ProductImage
from .press import PressReport
from .product import Product, ProductQuerySet
from .product_paper import ProductPaper
from .rule_set import GraceRule, RuleSet
from .sale import FOR_SALE, ProductTaxTreatment, SaleMode, SaleRule

__all__ = [
    "FOR_SALE",
    "OF_PACK",
    "Category",
    "Certificate",
    "CertificateQuerySet",
    "FormerSet",
    "GraceRule",
    "LabelContents",
    "LabelField",
    "LabelRule",
    "Lot",
    "LotEvent",
    "PressReport",
    "Product",
    "ProductImage",
    "ProductPaper",
    "ProductQuerySet",
    "ProductTaxTreatment",
    "RuleSet",
    "SaleMode",
    "SaleRule",
    "lay_out_history",
    "new_code",
    "read_code",
    "store_star",
]

from oscar.apps.catalogue.models import *  # type: ignore[assignment]  # Oscar's other models come last
