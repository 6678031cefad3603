"""Personal data: each room that keeps some says here how it is exported and how it is erased.

The duties come from the law on personal data protection (Law 91/2025/QH15): a person may have a copy of
what is kept about them and may have it erased, except for what another law makes us keep.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from core.slots import Slot


@dataclass(frozen=True)
class PersonalData:
    """What one room keeps about people.

    Attributes:
        name: Key of this part in the exported file, such as "wish_lists".
        export: Takes the user; returns what is kept about them, as JSON types.
        erase: Takes the user, inside one transaction; removes it everywhere, histories included, and hands
            what the law makes us keep to `accounts.retention.retain` first. Called before the user goes.
        title: What the page calls this part, "Wish lists"; empty for a part that needs no line of its own.
        kept: What stays of it, how long and why, in a sentence for the reader; empty when nothing stays.
        refusal: Takes the user; says what has to happen before they can be erased, or returns "".
    """

    name: str
    export: Callable[[Any], object]
    erase: Callable[[Any], None]
    title: str | Promise = ""
    kept: str | Promise = ""
    refusal: Callable[[Any], str] = lambda _user: ""


personal_data: Slot[Callable[[], PersonalData]] = Slot("personal data")
