"""What the account area is made of: its parts, and what a person might do next. Upper rooms add theirs."""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.models import User
from core.page_parts import Link
from core.slots import Slot


@dataclass(frozen=True)
class AccountSection:
    """One part of the area: an entry of its menu and of its first page.

    Attributes:
        title: Its name in the menu.
        url: Where it begins.
        text: Says on the first page what is in it, "2 addresses"; asked there only, since it may read tables.
    """

    title: str
    url: str
    text: Callable[[], str] = lambda: ""


@dataclass(frozen=True)
class NextStep:
    """Something that would help the person, in one sentence, and the page to do it."""

    text: str
    url: str
    link: str


#: Fillers take the person and return their part, or None where it is of no use to them.
account_sections: Slot[Callable[[User], AccountSection | None]] = Slot("account sections")
account_steps: Slot[Callable[[User], NextStep | None]] = Slot("account steps")


@dataclass(frozen=True, slots=True)
class MenuEntry(Link):
    """A part of the area in the menu."""

    is_current: bool = False


def sections_of(user: User) -> list[AccountSection]:
    """Return the parts of a person's area in their order."""
    return [section for filler in account_sections if (section := filler(user))]


def steps_of(user: User) -> list[NextStep]:
    """Return what a person might do next, the most useful first."""
    return [step for filler in account_steps if (step := filler(user))]


def menu_of(sections: list[AccountSection], path: str) -> list[MenuEntry]:
    """Return the menu, the part that holds this page marked."""
    longest = max((s.url for s in sections if path.startswith(s.url)), key=len, default="")
    return [MenuEntry(section.title, section.url, section.url == longest) for section in sections]
