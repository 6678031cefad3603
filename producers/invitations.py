"""Inviting people to work for a producer, and what becomes of an invitation."""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.messages import queue
from accounts.models import User
from producers.errors import AlreadyMember, InvitationClosed, NotAllowed, NotForYou, TooManyInvitations
from producers.membership import lock_members
from producers.models import Invitation, Membership, Partner, Role
from producers.models.invitation import hash_of, new_token
from producers.withdrawing import INVITED, about, revoke

#: Each may cost a text message, and goes to a number that the owner types.
MOST_A_DAY = 20


class Invited(NamedTuple):
    """A new invitation and its link, which nobody can see again."""

    invitation: Invitation
    url: str


@transaction.atomic
def invite(*, producer: Partner, by: User, role: Role, phone: str = "", email: str = "") -> Invited:
    """Invite one person, and send them the link. An earlier unanswered invitation of theirs is withdrawn.

    Args:
        producer: Whose office is opened to them.
        by: An owner.
        role: What they may do there.
        phone: E.164; or
        email: an address.

    Raises:
        NotAllowed: `by` is no owner (any more).
        AlreadyMember: The person is a member.
        TooManyInvitations: The producer has sent `MOST_A_DAY` within a day.
    """
    email = email.lower()
    now = timezone.now()
    lock_members(producer)
    if not producer.memberships.owners().filter(user=by).exists():
        raise NotAllowed(_("Only an owner can do this."))
    whose = Q(phone=phone) if phone else Q(email=email)
    holders = Q(user__phone=phone) if phone else Q(user__email__iexact=email)
    if producer.memberships.filter(holders).exists():
        raise AlreadyMember(_("This person is a member already."))
    if producer.invitations.filter(created_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        raise TooManyInvitations(
            _("A shop can send %(count)s invitations a day. Please go on tomorrow.") % {"count": MOST_A_DAY}
        )
    revoke(producer.invitations.filter(whose))
    token = new_token()
    invitation = producer.invitations.create(
        role=role, phone=phone, email=email, token_hash=hash_of(token), invited_by=by
    )
    url = settings.SITE_URL + reverse("office:invitation", args=[token])
    queue(
        event=INVITED,
        about=about(invitation.pk),
        phone=phone,
        email=email,
        language=get_language() or settings.LANGUAGE_CODE,
        context={"shop": producer.name, "invited_by": by.full_name, "role": str(role.label), "link": url},
    )
    return Invited(invitation, url)


@transaction.atomic
def accept(*, token: str, user: User) -> Membership:
    """Make the person a member; the link then is used up.

    Raises:
        ObjectDoesNotExist: No invitation has this link.
        InvitationClosed: It was used, withdrawn, or has run out.
        NotForYou: It names a phone number or an address that `user` has not confirmed as theirs.
        AlreadyMember: The person is a member; the link stays as it is.
    """
    producer_id = Invitation.objects.of_token(token).values_list("producer", flat=True).get()
    lock_members(Partner(pk=producer_id))
    invitation = Invitation.objects.of_token(token).select_related("producer").get()
    now = timezone.now()
    if invitation.state_at(now) != Invitation.State.OPEN:
        raise InvitationClosed(closed_words(invitation.state_at(now)))
    if not is_for(invitation, user):
        raise NotForYou(
            _("This invitation is for %(contact)s. Your account has no such confirmed number or address.")
            % {"contact": invitation.contact_hint}
        )
    if Membership.objects.role_of(user, invitation.producer):
        raise AlreadyMember(_("You are a member of this shop already."))
    invitation.accepted_at, invitation.accepted_by = now, user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    return Membership.objects.create(
        producer=invitation.producer,
        user=user,
        role=invitation.role,
        added_by=invitation.invited_by,
    )


@transaction.atomic
def withdraw(*, invitation_id: int, producer: Partner, by: User) -> None:
    """Close an invitation before it is used; one that is closed stays as it is.

    Raises:
        ObjectDoesNotExist: This producer has no such invitation.
        NotAllowed: `by` is no owner (any more).
        InvitationClosed: It was accepted meanwhile.
    """
    lock_members(producer)
    if not producer.memberships.owners().filter(user=by).exists():
        raise NotAllowed(_("Only an owner can do this."))
    close(producer.invitations.get(pk=invitation_id))


@transaction.atomic
def close(invitation: Invitation) -> None:
    """Stop an invitation's link, whoever asked for it; one that is closed stays as it is.

    Raises:
        InvitationClosed: It was accepted, so that there is a member to take away instead.
    """
    revoke(Invitation.objects.filter(pk=invitation.pk))
    if Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=False).exists():
        raise InvitationClosed(_("The invitation was accepted meanwhile. Look at the members."))


def is_for(invitation: Invitation, user: User) -> bool:
    """Say whether the invitation names a phone number or an address that is confirmed to be the user's."""
    if invitation.phone:
        return user.phone_verified_at is not None and user.phone == invitation.phone
    return user.verified_email().lower() == invitation.email


def closed_words(state: Invitation.State) -> str:
    """Say why an invitation cannot be used any more."""
    return {
        Invitation.State.ACCEPTED: _("This invitation has been used. Each link works once."),
        Invitation.State.REVOKED: _("This invitation was withdrawn. Ask an owner of the shop for a new one."),
        Invitation.State.EXPIRED: _("This invitation has run out. Ask an owner of the shop for a new one."),
    }[state]
