"""Vietnamese text without its marks: for slugs, look-ups and sorting.

`fold` drops tones and vowel marks, so distinct names may fold alike (Lộc Thành, Lộc Thạnh): whoever looks up
by folded text must rank the exact spelling first.
"""

import re
import unicodedata

from anyascii import anyascii

# U+00D0 and U+00F0 are Icelandic letters that look like Đ and đ and are pasted in their place.
_STROKED = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`´]")


def strip_marks(text: str) -> str:
    """Return `text` without Vietnamese marks, letter case and punctuation kept."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKED))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def fold(text: str) -> str:
    """Return `text` in lower case, without marks, words parted by one space.

    >>> fold("Hạt điều  rang-muối")
    'hat dieu rang muoi'
    """
    plain = _APOSTROPHES.sub("", strip_marks(text).lower())
    return _NOT_A_WORD.sub(" ", plain).strip()


def slug_of(text: str, allow_unicode: bool = False) -> str:
    """Return the part of an address that is made from a name: `Đặc sản` becomes `dac-san`.

    Oscar calls this through `OSCAR_SLUG_FUNCTION`; its own function turns đ into `u0111`
    (django-oscar 4.2.1). `allow_unicode` is part of Oscar's call and changes nothing here.
    """
    plain = _APOSTROPHES.sub("", anyascii(text)).lower()
    return _NOT_A_WORD.sub("-", plain).strip("-")
