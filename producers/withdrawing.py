"""Withdrawing invitations together with what was to be said about them."""

from django.db import transaction
from django.utils import timezone

from accounts.messages import take_back
from producers.models import Invitation
from producers.models.invitation import InvitationQuerySet

#: The event under which an invitation's message is queued.
INVITED = "member_invited"


def about(invitation_id: int) -> str:
    """Return how messages name an invitation."""
    return f"invitation:{invitation_id}"


@transaction.atomic
def revoke(invitations: InvitationQuerySet) -> None:
    """Withdraw those of these that nobody has answered, and their messages that are not out yet."""
    keys = list(invitations.unanswered().values_list("pk", flat=True))
    Invitation.objects.unanswered().filter(pk__in=keys).update(revoked_at=timezone.now())
    take_back(event=INVITED, about=[about(key) for key in keys])
