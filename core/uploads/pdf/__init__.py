"""PDFs: kept as they came, so they may only be read, never act."""

from .check import refuse_unsafe_pdf

__all__ = ["refuse_unsafe_pdf"]
