"""What a field for communes offers while somebody types."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from .queries import UnitMatch, find_units
from .words import former_words, match_words, place_words, unit_words

#: More do not fit a phone's screen above its keyboard.
MOST = 8
#: Former communes named of a unit that was found by its own name.
_NAMED = 3


@dataclass(frozen=True)
class Suggestion:
    """One unit of today, in the active language; `second_line` tells it from its namesakes."""

    code: str
    province: str
    name: str
    place: str
    second_line: str


def suggest(text: str, province: str | None = None) -> list[Suggestion]:
    """Return the units that any present or former name fits, the likeliest first."""
    matches = find_units(text, limit=MOST, province=province)
    prefetch_related_objects([match.unit for match in matches], "old_communes")
    return [
        Suggestion(
            match.unit.pk,
            match.unit.province_id,
            unit_words(match.unit),
            place_words(match.unit),
            _second_line(match),
        )
        for match in matches
    ]


def _second_line(match: UnitMatch) -> str:
    """Say what fitted, or else what the unit was made of."""
    place = place_words(match.unit)
    words = match_words(match).removeprefix(place).strip()
    return words or former_words(list(match.unit.old_communes.all())[:_NAMED])
