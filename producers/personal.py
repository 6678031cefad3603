"""What the producers' room keeps about a person: memberships, invitations, changes of prices and stock."""

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.errors import EraseRefused
from accounts.personal.identity import identity_of
from core.personal_data import PersonalData
from producers.errors import LastOwner
from producers.membership import take_out
from producers.models import Invitation, Membership, Partner, Role, StockChange
from producers.withdrawing import revoke

if TYPE_CHECKING:
    from accounts.models import User


def membership_data() -> PersonalData:
    """For which producers the person works, and what they did there."""
    return PersonalData(
        "memberships",
        _export_memberships,
        _erase_memberships,
        title=gettext_lazy("Shops that you work for"),
        refusal=_refusal,
    )


def invitation_data() -> PersonalData:
    """Invitations to the person's number or address."""
    return PersonalData(
        "invitations",
        _export_invitations,
        _erase_invitations,
        title=gettext_lazy("Invitations to work for a shop"),
    )


def _export_memberships(user: "User") -> dict[str, object]:
    changes = StockChange.objects.filter(changed_by=user).order_by("pk")
    return {
        "shops": list(Membership.objects.filter(user=user).values("producer__name", "role", "added_at")),
        "changes": list(changes.values("stock_record__partner_sku", "kind", "before", "after", "changed_at")),
    }


def _refusal(user: "User") -> str:
    """Name the shops that nobody else owns."""
    owners = Membership.objects.owners()
    own = Partner.objects.for_member(user, Role.OWNER)
    alone = own.exclude(pk__in=owners.exclude(user=user).values("producer"))
    names = ", ".join(alone.order_by("name").values_list("name", flat=True))
    return (
        _("You are the only owner of %(shops)s. Make somebody else an owner first.") % {"shops": names}
        if names
        else ""
    )


def _erase_memberships(user: "User") -> None:
    """Take the person out of every shop; what they changed there stays, without their name."""
    for member in Membership.objects.filter(user=user).select_related("producer").order_by("producer"):
        try:
            take_out(member)
        except LastOwner as error:  # the other owner went a moment ago
            raise EraseRefused(str(error)) from error
    revoke(Invitation.objects.filter(invited_by=user))


def _to(user: "User") -> Q:
    addresses = identity_of(user).own_addresses
    return Q(accepted_by=user) | Q(phone__in=addresses) | Q(email__in=[each.lower() for each in addresses])


def _export_invitations(user: "User") -> list[object]:
    columns = ("producer__name", "role", "phone", "email", "created_at", "expires_at", "accepted_at")
    return list(Invitation.objects.filter(_to(user)).order_by("pk").values(*columns))


def _erase_invitations(user: "User") -> None:
    Invitation.objects.filter(_to(user)).delete()
