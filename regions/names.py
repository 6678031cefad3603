"""The parts of a unit's name: its kind word, the bare name, and the keys by which it is looked up."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from core.vietnamese import fold

#: Kind words of all levels, longer ones first, so that "thị xã" is not read as "xã".
KINDS = ("Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã")

#: What people type for the kind word, folded, and the kind word it means, folded.
_TYPED_KINDS = {fold(kind): fold(kind) for kind in KINDS} | {
    "tp": "thanh pho",
    "tx": "thi xa",
    "tt": "thi tran",
    "p": "phuong",
    "q": "quan",
    "h": "huyen",
    "x": "xa",
}

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(r"[^\W\d_][\w\u0300-\u036f]*|\d+")


@dataclass(frozen=True)
class Name:
    """A full name in its two parts: `kind` as in `KINDS` ("" where there is none) and the `bare` name."""

    kind: str
    bare: str


def split_name(full: str) -> Name:
    """Part a full name: "Phường Lộc Ninh" is kind "Phường" and bare "Lộc Ninh".

    Only a kind word with its marks counts: "Phương Thịnh" is a name.
    """
    lowered = full.lower()
    for kind in KINDS:
        if lowered.startswith(f"{kind.lower()} "):
            return Name(kind, full[len(kind) + 1 :])
    return Name("", full)


@lru_cache(maxsize=20_000)
def key(full: str) -> str:
    """Return the look-up key of a full name: folded, without its kind word.

    >>> key("Thị trấn Lộc Ninh")
    'loc ninh'
    """
    return fold(split_name(full).bare)


def keys(full: str) -> list[str]:
    """Return all keys of a full name: where an apostrophe joins two letters, also with a blank there.

    >>> keys("Xã Ea H'leo")
    ['ea hleo', 'ea h leo']
    """
    apart = re.sub("['\u2018\u2019\u02bc]", " ", full)
    return list(dict.fromkeys([key(full), key(apart)]))


def split_typed(folded: str) -> tuple[str, str]:
    """Part folded text into the kind word it seems to begin with ("" for none) and the rest.

    >>> split_typed("tp dong xoai")
    ('thanh pho', 'dong xoai')
    """
    for typed, kind in _TYPED_KINDS.items():
        if folded.startswith(f"{typed} "):
            return kind, folded[len(typed) + 1 :]
    return "", folded


def typed_keys(folded: str) -> list[str]:
    """Return what folded text may stand for: itself and, where it begins with a kind word, the rest.

    Both are needed: "quan son" may be Quan Sơn or quận Sơn.
    """
    return list(dict.fromkeys([folded, split_typed(folded)[1]]))


def without_kinds(folded: str) -> str:
    """Return folded text without any kind word in it, for naming areas: "huyen bu dang tinh binh phuoc"."""
    text = f" {folded} "
    for kind in _TYPED_KINDS:
        text = text.replace(f" {kind} ", " ")
    return text.strip()


def spelling(text: str) -> str:
    """Return `text` for comparing with marks: lower case, composed alike, tone marks at the syllable's end.

    Two ways of placing a tone mark are in use, hoà and hòa, thuỷ and thủy; they are one spelling here.
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    return " ".join(_tone_last(found.group()) for found in _SYLLABLE.finditer(decomposed))


def _tone_last(syllable: str) -> str:
    tones = "".join(c for c in syllable if c in _TONES)
    return "".join(c for c in syllable if c not in _TONES) + tones
