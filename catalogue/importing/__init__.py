"""Certificates and products from XLSX files: read strictly, tried first, written whole or not at all."""

from .run import KINDS, Outcome, carry_out, try_out
from .template import write_template

__all__ = ["KINDS", "Outcome", "carry_out", "try_out", "write_template"]
