"""When the press reported, in Vietnamese: the data file words it in English, as it was noted down."""

from functools import cache
from pathlib import Path

from core.data_files import read_rows

WORDINGS = Path(__file__).parent / "data" / "press-dates.csv"


@cache
def _vietnamese() -> dict[str, str]:
    rows = read_rows(WORDINGS, ["source_wording", "vi"])
    return {row.text("source_wording", 120): row.text("vi", 120) for row in rows}


def when_words(source_wording: str, language: str) -> str:
    """Return when a report says the stars were given; a wording without translation stays as it is."""
    return source_wording if language == "en" else _vietnamese().get(source_wording, source_wording)
