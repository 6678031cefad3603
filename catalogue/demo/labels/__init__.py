"""What the demo labels say, and how their lots came to be: by set, and where a product differs."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.demo.shapes import Words
from catalogue.models.label_contents import TRANSLATED
from core.data_files import DataFileError

FOLDER = Path(__file__).resolve().parent
NO_WORDS = Words("", "")
_PLAIN = ("shelf_life_days", "ethanol_percent")


@dataclass(frozen=True)
class Step:
    """One event of a lot: its kind, the day after the lot was begun, and words."""

    kind: str
    after_days: int
    words: Words


@dataclass(frozen=True)
class DemoLot:
    """A lot by its age: days since it was packed; None lets the dice say."""

    age: int | None = None
    recalled_ago: int | None = None
    reason: Words = NO_WORDS
    advice: Words = NO_WORDS


@dataclass(frozen=True)
class DemoLabel:
    """The label of one demo product."""

    texts: Mapping[str, Words]
    shelf_life_days: int | None
    ethanol_percent: int | None
    #: Code of the ground on which no declaration is needed, or "".
    exemption: str
    steps: tuple[Step, ...]
    lots: tuple[DemoLot, ...]


def demo_label(set_number: int, title: str) -> DemoLabel:
    """Return the label of a product of a set.

    Raises:
        DataFileError: A file cannot be read, or something in it is missing or unknown.
    """
    data = {**_read("sets.toml").get(str(set_number), {}), **_read("products.toml").get(title, {})}
    known = {*TRANSLATED, *_PLAIN, "exemption", "steps", "lots"}
    if unknown := set(data) - known:
        raise DataFileError(
            "products.toml", None, f"{title} or set {set_number} has {', '.join(sorted(unknown))}"
        )
    try:
        return DemoLabel(
            texts={name: Words(*data[name]) for name in TRANSLATED if name in data},
            shelf_life_days=data.get("shelf_life_days"),
            ethanol_percent=data.get("ethanol_percent"),
            exemption=data.get("exemption", ""),
            steps=tuple(Step(kind, days, Words(vi, en)) for kind, days, vi, en in data.get("steps", ())),
            lots=tuple(_lot(lot) for lot in data.get("lots", [{}])),
        )
    except (TypeError, ValueError) as error:
        raise DataFileError("products.toml", None, f"{title}: {error}") from error


def _lot(data: Mapping[str, Any]) -> DemoLot:
    words = {name: Words(*data[name]) for name in ("reason", "advice") if name in data}
    return DemoLot(**{**data, **words})


@cache
def _read(name: str) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileError(name, None, f"cannot be read: {error}") from error
