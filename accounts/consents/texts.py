"""The purposes and their dated texts, read from `accounts/data/consents.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FILE = Path(__file__).resolve().parents[1] / "data" / "consents.toml"


@dataclass(frozen=True)
class ConsentText:
    """What one version of a purpose says."""

    version: date
    titles: dict[str, str]
    texts: dict[str, str]
    ask_again: bool

    def title(self, language: str | None = None) -> str:
        """Return the short name, by default in the active language."""
        return self.titles[_language(language)]

    def text(self, language: str | None = None) -> str:
        """Return the sentence the person agrees to, by default in the active language."""
        return self.texts[_language(language)]


@dataclass(frozen=True)
class Purpose:
    """One thing that people may agree to, its texts from the oldest to the newest."""

    key: str
    channel: str
    versions: tuple[ConsentText, ...]

    @property
    def current(self) -> ConsentText:
        """The text that is shown today."""
        return self.versions[-1]

    @property
    def covered_from(self) -> date:
        """The oldest version whose consent still counts: the last one that had to be asked anew."""
        return next((text.version for text in reversed(self.versions) if text.ask_again), date.min)

    def version(self, day: date) -> ConsentText:
        """Return the text of that day.

        Raises:
            KeyError: There never was one.
        """
        return {text.version: text for text in self.versions}[day]


@cache
def purposes(path: Path = FILE) -> dict[str, Purpose]:
    """Return all purposes by key.

    Raises:
        ValueError: The file breaks one of its own rules; the message names the purpose.
    """
    with path.open("rb") as file:
        return {key: _purpose(key, table) for key, table in tomllib.load(file).items()}


def _purpose(key: str, table: dict[str, Any]) -> Purpose:
    texts = tuple(
        ConsentText(
            one["version"],
            {"vi": one["title_vi"], "en": one["title_en"]},
            {"vi": one["vi"], "en": one["en"]},
            bool(one.get("ask_again", False)),
        )
        for one in table["texts"]
    )
    days = [text.version for text in texts]
    if not texts or days != sorted(set(days)):
        raise ValueError(f"{key}: texts must follow one another by day.")
    if table["channel"] not in {"email", "sms"}:
        raise ValueError(f"{key}: no such channel.")
    return Purpose(key, table["channel"], texts)


def _language(language: str | None) -> str:
    return "en" if (language or get_language() or "vi").startswith("en") else "vi"
