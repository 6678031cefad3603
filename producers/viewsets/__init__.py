"""Staff screens of producers."""

from .producers import HideMany, ShowMany, producers
from .taxes import seller_taxes

VIEWSETS = (producers, seller_taxes)
BULK_ACTIONS = (HideMany, ShowMany)
