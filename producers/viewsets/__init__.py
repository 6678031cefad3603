"""Staff screens of producers."""

from .claims import claims
from .invitations import invitations
from .members import members
from .producers import HideMany, ShowMany, producers
from .taxes import seller_taxes

VIEWSETS = (producers, seller_taxes, claims, members, invitations)
BULK_ACTIONS = (HideMany, ShowMany)
