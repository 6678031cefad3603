"""What letters hold about a person."""

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy

from accounts.personal.identity import identity_of
from cms.models import Enquiry
from core.personal_data import PersonalData

if TYPE_CHECKING:
    from accounts.models import User


def enquiry_data() -> PersonalData:
    """Letters and reports that the person sent."""
    return PersonalData("letters", _export, _erase, title=gettext_lazy("Letters to the office"))


def _of(user: "User") -> Q:
    addresses = identity_of(user).own_addresses
    found = Q(user=user) | Q(phone__in=addresses)
    for address in addresses:
        # Kept as it was typed; e-mail addresses are the same in any case.
        found |= Q(email__iexact=address)
    return found


def _export(user: "User") -> list[object]:
    columns = (
        *(
            "code",
            "state",
            "topic",
            "about",
            "message",
            "full_name",
            "phone",
            "email",
            "created_at",
            "answer",
        ),
        "answered_at",
    )
    return list(Enquiry.objects.filter(_of(user)).order_by("pk").values(*columns))


def _erase(user: "User") -> None:
    Enquiry.objects.filter(_of(user)).delete()
