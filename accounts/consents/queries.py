"""What a person has agreed to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from accounts.consents.models import ConsentRecord
from accounts.consents.texts import Purpose, purposes

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Answer:
    """What holds for one purpose; `record` is the last answer, None where there never was one."""

    purpose: Purpose
    record: ConsentRecord | None

    @property
    def given(self) -> bool:
        """Tell whether the purpose may be followed: agreed to, not taken back, still covered by the text."""
        return (
            self.record is not None
            and self.record.given
            and self.record.text_version >= self.purpose.covered_from
        )


def answers(user: "User") -> dict[str, Answer]:
    """Return what holds for each purpose, in the order of the page; one query."""
    last = {record.purpose: record for record in ConsentRecord.objects.filter(user=user).order_by("pk")}
    return {key: Answer(purpose, last.get(key)) for key, purpose in purposes().items()}


def has_consented(user: "User", purpose: str) -> bool:
    """Tell whether a person may be reached for this purpose now.

    Raises:
        KeyError: There is no such purpose.
    """
    return answers(user)[purpose].given
