"""Staff screens of the catalogue, in the order of the menu."""

from .rule_sets import grace_rules, rule_sets

VIEWSETS = (rule_sets, grace_rules)
