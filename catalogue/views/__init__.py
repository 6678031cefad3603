"""Pages of products, producers and certificates. Oscar looks for `ProductDetailView` here."""

from .product import ProductDetailView

__all__ = ["ProductDetailView"]
