"""Screens of the product passport: label contents, lots, papers, and the law behind them."""

from .labels import labels
from .lots import lots
from .papers import papers
from .rules import exemption_grounds, label_rules

VIEWSETS = (labels, lots, papers, label_rules, exemption_grounds)

__all__ = ["VIEWSETS", "exemption_grounds", "label_rules", "labels", "lots", "papers"]
