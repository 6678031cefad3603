"""The strings by which a person is recognised in texts that have no column for people."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import User

#: Shorter names are common words: looking for them would blank what is about others.
_MIN_NAME = 6


@dataclass(frozen=True)
class Identity:
    """Who is looked for.

    Attributes:
        name: The full name.
        own_addresses: Phone numbers and e-mail addresses that are shown to be the person's.
        other_addresses: E-mail addresses of the account that nobody confirmed.
    """

    name: str
    own_addresses: tuple[str, ...]
    other_addresses: tuple[str, ...]

    def strings(self) -> Iterator[str]:
        """Yield what to look for in free text: addresses, numbers as they are dialled, a longer name."""
        for address in (*self.own_addresses, *self.other_addresses):
            yield address
            if address.startswith("+84"):
                yield f"0{address[3:]}"
        if len(self.name) >= _MIN_NAME and " " in self.name:
            yield self.name

    def found_in(self, *fields: str) -> Q:
        """Return the condition that one of these text fields mentions the person, also escaped as in JSON."""
        condition = Q(pk__in=[])
        for string in self.strings():
            for spelling in {string, json.dumps(string)[1:-1]}:
                for field in fields:
                    condition |= Q(**{f"{field}__icontains": spelling})
        return condition


def identity_of(user: "User") -> Identity:
    """Read the addresses of a person."""
    emails = list(user.emailaddress_set.values_list("email", "verified"))
    # What somebody only typed may be a stranger's, whose letters are nobody else's.
    phone = user.phone if user.phone_verified_at else None
    own = [phone or "", user.verified_email(), *(email for email, verified in emails if verified)]
    own = list(dict.fromkeys(address for address in own if address))
    others = tuple(email for email, _verified in emails if email not in own)
    return Identity(user.full_name.strip(), tuple(own), others)
