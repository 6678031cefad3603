"""Staff screens of pages and letters."""

from .enquiries import enquiries

VIEWSETS = (enquiries,)
