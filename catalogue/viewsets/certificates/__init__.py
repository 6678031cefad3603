"""The register of certificates."""

from .viewset import certificates

__all__ = ["certificates"]
