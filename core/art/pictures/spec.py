"""What a product picture shows, as data that can be kept as JSON."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from core.art.pictures.kinds import KINDS
from core.art.pictures.loose import LOOSE
from core.art.yarns import colour

DRAWING_VERSION = 1
"""Raised whenever the same spec would draw differently, so that file names change with the drawing."""

WINDOWS = ("circle", "lozenge", "arch")
MAX_LINES = 2
MAX_LINE_LENGTH = 24
MAX_BAND_CODE_LENGTH = 100


@dataclass(frozen=True)
class PictureSpec:
    """One product picture: 200 × 200, drawn until a photo exists.

    `kind` names the pack (`KINDS`), `ingredient` what lies loose and shows in the window (`LOOSE`); `pack`
    and `field` are shades of yarn (`basalt-25`); `words` are printed on the pack, at most two lines; the band
    is the producer's, by permanent code and running number.
    """

    kind: str
    pack: str
    field: str
    window: str
    words: tuple[str, ...]
    ingredient: str
    band_code: str
    band_number: int

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn, naming the field.

        Raises:
            ValueError: A field is of the wrong type or value.
        """
        _one_of("kind", self.kind, KINDS)
        _one_of("window", self.window, WINDOWS)
        _one_of("ingredient", self.ingredient, LOOSE)
        _shade("pack", self.pack)
        _shade("field", self.field)
        _words(self.words)
        if not isinstance(self.band_code, str) or not 0 < len(self.band_code) <= MAX_BAND_CODE_LENGTH:
            raise ValueError(f"band_code: 1 to {MAX_BAND_CODE_LENGTH} characters are needed")
        if type(self.band_number) is not int or self.band_number < 0:
            raise ValueError("band_number: a whole number from 0 is needed")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read a spec back from JSON.

        Raises:
            ValueError: A field is missing, unknown or wrong; the message starts with its name.
        """
        names = [field.name for field in fields(cls)]
        for name in names:
            if name not in data:
                raise ValueError(f"{name}: missing")
        for name in data:
            if name not in names:
                raise ValueError(f"{name}: unknown field")
        words = data["words"]
        return cls(**{**data, "words": tuple(words) if isinstance(words, list) else words})

    def to_dict(self) -> dict[str, Any]:
        """Write the spec as JSON can hold it."""
        return {**asdict(self), "words": list(self.words)}

    def digest(self) -> str:
        """Name this picture in 12 hexadecimal digits; another spec or drawing version has another name."""
        kept = json.dumps([DRAWING_VERSION, self.to_dict()], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(kept.encode()).hexdigest()[:12]


def _one_of(name: str, value: object, allowed: Any) -> None:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(f"{name}: {value!r} is not one of {', '.join(allowed)}")


def _shade(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise ValueError(f"{name}: a shade of yarn is needed")
    try:
        colour(value)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _words(words: object) -> None:
    if not isinstance(words, tuple) or not all(isinstance(line, str) for line in words):
        raise ValueError("words: a list of lines is needed")
    if len(words) > MAX_LINES:
        raise ValueError(f"words: at most {MAX_LINES} lines fit")
    for line in words:
        if not line.strip() or len(line) > MAX_LINE_LENGTH or not line.isprintable():
            raise ValueError(f"words: each line needs 1 to {MAX_LINE_LENGTH} printable characters")
