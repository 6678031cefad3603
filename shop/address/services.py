"""Keeping an address book."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from regions.models import Unit
from shop.address.errors import AddressBookFull, AddressKnown
from shop.address.models import UserAddress

MOST = 20


@dataclass(frozen=True)
class AddressFields:
    """What a person types; `phone` is E.164."""

    full_name: str
    phone: str
    unit: Unit
    street: str
    landmark: str = ""


@transaction.atomic
def add_address(user: User, fields: AddressFields, *, is_default: bool = False) -> UserAddress:
    """Save an address; the first one becomes the default.

    Raises:
        AddressBookFull: There are `MOST` already.
        AddressKnown: This one is there already.
    """
    _lock(user)
    count = UserAddress.objects.filter(user=user).count()
    if count >= MOST:
        raise AddressBookFull(
            _("Your address book holds %(most)s addresses. Remove one first.") % {"most": MOST}
        )
    address = UserAddress(user=user)
    return _save(address, fields, is_default=is_default or count == 0)


@transaction.atomic
def change_address(user: User, pk: int, fields: AddressFields, *, is_default: bool = False) -> UserAddress:
    """Change a saved address; the default stays one until another takes its place.

    Raises:
        ObjectDoesNotExist: The person has no such address.
        AddressKnown: Another one reads the same.
    """
    _lock(user)
    address = UserAddress.objects.get(user=user, pk=pk)
    return _save(address, fields, is_default=is_default or address.is_default_for_shipping)


@transaction.atomic
def make_default(user: User, pk: int) -> UserAddress:
    """Let parcels go to this address unless the person says otherwise.

    Raises:
        ObjectDoesNotExist: The person has no such address.
    """
    _lock(user)
    address = UserAddress.objects.select_related("unit__province").get(user=user, pk=pk)
    address.is_default_for_shipping = True
    address.save()
    return address


@transaction.atomic
def remove_address(user: User, pk: int) -> None:
    """Remove an address; was it the default, the one used most takes its place.

    Raises:
        ObjectDoesNotExist: The person has no such address.
    """
    _lock(user)
    address = UserAddress.objects.get(user=user, pk=pk)
    address.delete()
    if address.is_default_for_shipping and (heir := UserAddress.objects.filter(user=user).first()):
        make_default(user, heir.pk)


def _lock(user: User) -> None:
    """Let a person's address book change by one hand at a time (on SQLite the transaction is the lock)."""
    User.objects.select_for_update().get(pk=user.pk)


def _save(address: UserAddress, fields: AddressFields, *, is_default: bool) -> UserAddress:
    address.first_name = fields.full_name
    address.phone_number = fields.phone
    address.unit = fields.unit
    address.line1 = fields.street
    address.notes = fields.landmark
    address.is_default_for_shipping = is_default
    address.write_place()
    twins = UserAddress.objects.filter(user=address.user, hash=address.generate_hash())
    if twins.exclude(pk=address.pk).exists():
        raise AddressKnown(_("This address is in your address book already."))
    address.save()
    return address
