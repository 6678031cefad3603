"""Whose number or address is it?

Whoever typed a number has not shown that it is theirs; whoever entered the code sent to it has. So an
unverified number or address counts only while its account has shown nothing else (a sign-up under way).
Otherwise somebody could put a stranger's number on an account of their own, wait until the stranger enters
the code, and share the account.
"""

from allauth.account.models import EmailAddress
from django.db.models import ProtectedError

from accounts.models import User


def has_proven_email(user: User) -> bool:
    """Say whether one of the person's addresses was confirmed."""
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def is_unproven(user: User) -> bool:
    """Say whether nothing of this account was ever confirmed."""
    return user.phone_verified_at is None and not has_proven_email(user)


def is_unfinished_sign_up(user: User) -> bool:
    """Say whether somebody began to sign up and never came in."""
    return user.last_login is None and user.is_active and not user.is_staff and is_unproven(user)


def holder_of_phone(phone: str) -> User | None:
    """Return who may come in by this number (E.164), once the code is entered."""
    user = User.objects.filter(phone=phone).first()
    if user is None or user.phone_verified_at or not has_proven_email(user):
        return user
    return None


def holder_of_email(email: str) -> User | None:
    """Return who may come in by this address, once it is confirmed."""
    address = EmailAddress.objects.filter(email=email.lower(), verified=True).select_related("user").first()
    if address:
        return address.user
    user = User.objects.filter(email__iexact=email).first()
    return user if user and is_unproven(user) else None


def free_phone(phone: str, *, keep: User) -> None:
    """Take a number from the accounts that only claimed it, for `keep`."""
    for other in User.objects.filter(phone=phone, phone_verified_at=None).exclude(pk=keep.pk):
        if other.email:
            other.phone = None
            other.save(update_fields=["phone"])
        else:
            _drop(other)


def free_email(email: str, *, keep: User) -> bool:
    """Take an address from the accounts that only claimed it, for `keep`; say whether nobody holds it now."""
    if EmailAddress.objects.filter(email=email, verified=True).exclude(user_id=keep.pk).exists():
        return False
    EmailAddress.objects.filter(email=email).exclude(user_id=keep.pk).delete()
    for other in User.objects.filter(email__iexact=email).exclude(pk=keep.pk):
        if other.phone and not other.is_staff:
            other.email = None
            other.save(update_fields=["email"])
        elif is_unfinished_sign_up(other):
            _drop(other)
    return not User.objects.filter(email__iexact=email).exclude(pk=keep.pk).exists()


def _drop(user: User) -> None:
    """Remove a sign-up that nobody finished; what others tied to it keeps it."""
    if is_unfinished_sign_up(user):
        try:
            user.delete()
        except ProtectedError:
            return
