"""Staff screens of the catalogue, in the order of the menu."""

from .certificates import certificates
from .passport import VIEWSETS as PASSPORT
from .photos import photos
from .products import HideMany, ShowMany, products
from .reported_producers import reported_producers
from .reports import press_reports
from .rule_sets import grace_rules, rule_sets
from .sets import product_sets, product_taxes, sale_rules

VIEWSETS = (
    certificates,
    products,
    photos,
    press_reports,
    reported_producers,
    rule_sets,
    grace_rules,
    product_sets,
    sale_rules,
    product_taxes,
    *PASSPORT,
)
BULK_ACTIONS = (HideMany, ShowMany)
