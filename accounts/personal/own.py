"""What the account itself keeps about a person."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from accounts.consents.models import ConsentRecord
from accounts.messages.models import Message
from accounts.personal.identity import identity_of
from core.personal_data import PersonalData, personal_data

if TYPE_CHECKING:
    from accounts.models import User


def fill() -> None:
    """Hang the account's own parts into the slot, before those of other rooms."""
    for weight, filler in enumerate((account_data, consent_data, message_data), start=-10):
        personal_data.fill(filler, weight=weight)


def account_data() -> PersonalData:
    """The account, its addresses for logging in, and its sessions."""
    return PersonalData(
        "account",
        _export_account,
        lambda _user: None,  # it goes with the user's row, last of all
        title=_("Account: name, phone number, e-mail address, password, second factor"),
    )


def consent_data() -> PersonalData:
    """What the person agreed to and took back."""
    return PersonalData(
        "consents",
        _export_consents,
        _erase_consents,
        title=_("Consents and when you gave or withdrew them"),
    )


def message_data() -> PersonalData:
    """What we wrote to the person."""
    return PersonalData(
        "messages", _export_messages, _erase_messages, title=_("Messages that we sent or were about to send")
    )


def _export_account(user: "User") -> dict[str, object]:
    return {
        "full_name": user.full_name,
        "phone": user.phone,
        "phone_verified_at": user.phone_verified_at,
        "email": user.email,
        "email_addresses": list(user.emailaddress_set.values("email", "verified", "primary")),
        "language": user.language,
        "joined_at": user.date_joined,
        "last_log_in_at": user.last_login,
        "is_staff": user.is_staff,
        "groups": list(user.groups.values_list("name", flat=True)),
        "second_factors": list(user.authenticator_set.values("type", "created_at", "last_used_at")),
        "sessions_end_at": list(user.sessions.values_list("expire_date", flat=True)),
    }


def _export_consents(user: "User") -> list[object]:
    records = ConsentRecord.objects.filter(user=user)
    return list(records.values("purpose", "given", "text_version", "language", "channel", "at"))


def _erase_consents(user: "User") -> None:
    ConsentRecord.objects.filter(user=user).delete()


def _export_messages(user: "User") -> list[object]:
    columns = ("event", "about", "channel", "address", "context", "state", "created_at", "sent_at")
    return list(Message.objects.filter(user=user).order_by("pk").values(*columns))


def _erase_messages(user: "User") -> None:
    """Remove messages to the account, and those to its addresses from before there was one."""
    identity = identity_of(user)
    Message.objects.filter(user=user).delete()
    Message.objects.to_address(*identity.own_addresses).delete()
