"""What is done with a producer's members; each is one transaction that holds the producer's row."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from producers.errors import AlreadyMember, LastOwner, NotAllowed
from producers.models import Invitation, Membership, Partner, Role
from producers.withdrawing import revoke


@transaction.atomic
def change_role(*, membership_id: int, producer: Partner, role: Role, by: User) -> Membership:
    """Give a member another role.

    Raises:
        ObjectDoesNotExist: This producer has no such member.
        NotAllowed: `by` is no owner (any more).
        LastOwner: The member is the only owner.
    """
    lock_members(producer)
    _refuse_all_but_owners(producer, by)
    return give_role(producer.memberships.get(pk=membership_id), role)


@transaction.atomic
def remove(*, membership_id: int, producer: Partner, by: User) -> None:
    """Take a member out; the person keeps the account, and what they did stays in the histories.

    Raises:
        ObjectDoesNotExist: This producer has no such member.
        NotAllowed: `by` is no owner (any more).
        LastOwner: The member is the only owner.
    """
    lock_members(producer)
    _refuse_all_but_owners(producer, by)
    take_out(producer.memberships.get(pk=membership_id))


@transaction.atomic
def leave(*, producer: Partner, user: User) -> None:
    """Let a member go of their own will.

    Raises:
        ObjectDoesNotExist: The person is no member.
        LastOwner: The person is the only owner.
    """
    take_out(producer.memberships.get(user=user))


def lock_members(producer: Partner) -> None:
    """Take the producer's row, which everybody takes who changes its members."""
    Partner.objects.select_for_update().only("pk").get(pk=producer.pk)


def _refuse_all_but_owners(producer: Partner, by: User) -> None:
    if not producer.memberships.owners().filter(user=by).exists():
        raise NotAllowed(_("Only an owner can do this."))


@transaction.atomic
def appoint(*, producer: Partner, user: User, role: Role, by: User) -> Membership:
    """Make a person a member without an invitation: what the programme office does for a shop's first owner.

    Raises:
        AlreadyMember: The person works for this producer already.
    """
    lock_members(producer)
    if producer.memberships.filter(user=user).exists():
        raise AlreadyMember(_("This person is a member already."))
    return producer.memberships.create(user=user, role=role, added_by=by)


@transaction.atomic
def give_role(membership: Membership, role: Role) -> Membership:
    """Give a member another role, whoever asked for it.

    Raises:
        LastOwner: The member is the only owner.
    """
    lock_members(membership.producer)
    membership.refresh_from_db(fields=["role"])
    if membership.role == role:
        return membership
    if membership.role == Role.OWNER:
        _keep_an_owner(membership)
        _withdraw_invitations_by(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    return membership


@transaction.atomic
def take_out(membership: Membership) -> None:
    """Remove a member, whoever asked for it; who is none any more stays none.

    Raises:
        LastOwner: The person is the only owner.
    """
    lock_members(membership.producer)
    # Asked again: since it was read they may have become the only owner, or have gone.
    role = Membership.objects.filter(pk=membership.pk).values_list("role", flat=True).first()
    if role is None:
        return
    if role == Role.OWNER:
        _keep_an_owner(membership)
        _withdraw_invitations_by(membership)
    membership.delete()


def _keep_an_owner(leaving: Membership) -> None:
    others = Membership.objects.owners().filter(producer=leaving.producer_id).exclude(pk=leaving.pk)
    if not others.exists():
        raise LastOwner(_("This is the only owner of the shop. Make somebody else an owner first."))


def _withdraw_invitations_by(owner: Membership) -> None:
    """Withdraw what an owner offered who is one no more."""
    revoke(Invitation.objects.filter(producer=owner.producer_id, invited_by=owner.user_id))
