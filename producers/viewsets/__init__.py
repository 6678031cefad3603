"""Staff screens of producers."""

from .claims import claims
from .producers import HideMany, ShowMany, producers
from .taxes import seller_taxes

VIEWSETS = (producers, seller_taxes, claims)
BULK_ACTIONS = (HideMany, ShowMany)
