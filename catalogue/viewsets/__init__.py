"""Staff screens of the catalogue, in the order of the menu."""

from .certificates import certificates
from .photos import photos
from .rule_sets import grace_rules, rule_sets

VIEWSETS = (certificates, photos, rule_sets, grace_rules)
