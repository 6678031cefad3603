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


#: Marks that Vietnamese puts on vowels, as they stand alone once a letter is taken apart.
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
#: One syllable without marks: what can only stand between marked words ("hoa" in "Vườn hoa Dốc Gió").
_SYLLABLE = re.compile(
    r"(?:ngh?|gh|gi|[ckpt]h|nh|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
#: English words that look like a syllable.
_ENGLISH = frozenset({"a", "an", "at", "by", "in", "no", "on", "or", "per", "the", "to", "up", "we"})
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDS_A_NAME = (",", ".", ";", ":", ")", "–", "|", "·")


def is_marked(text: str) -> bool:
    """Say whether a text holds a letter that Vietnamese has and English has not."""
    decomposed = unicodedata.normalize("NFD", text)
    return any(c in _MARKS or c in "đĐ" for c in decomposed)


def vietnamese_runs(text: str) -> list[tuple[str, bool]]:
    """Part an English sentence into runs, each with whether it is Vietnamese; joined they are the text again.

    A run begins and ends with a marked word or, beside one, with a capitalised syllable of the same name.

    >>> vietnamese_runs("Bù Gia Mập commune, Đồng Nai City")
    [('Bù Gia Mập', True), (' commune, ', False), ('Đồng Nai', True), (' City', False)]
    """
    pieces = re.split(r"(\s+)", text)
    words, spaces = pieces[::2], [*pieces[1::2], ""]
    marked = [is_marked(word) for word in words]
    inside = list(marked)
    for step in (1, -1):
        order = range(len(words))[::step]
        for index in order:
            before = index - step
            if not inside[index] and 0 <= before < len(words) and inside[before]:
                left = words[min(index, before)]
                inside[index] = _may_belong(words[index]) and not left.endswith(_ENDS_A_NAME)
    _bridge(words, inside)
    runs: list[tuple[str, bool]] = []
    for index, (word, space) in enumerate(zip(words, spaces, strict=True)):
        goes_on = inside[index] and index + 1 < len(words) and inside[index + 1]
        _join(runs, word + space if goes_on else word, inside[index])
        if not goes_on:
            _join(runs, space, False)
    return runs


def _may_belong(word: str) -> bool:
    """Say whether an unmarked word beside a marked one is of the same name: a capitalised syllable, HTX."""
    letters = "".join(_LETTERS.findall(word))
    is_name = letters[:1].isupper() and letters.lower() not in _ENGLISH
    return is_name and (bool(_SYLLABLE.fullmatch(letters)) or (len(letters) > 1 and letters.isupper()))


def _bridge(words: list[str], inside: list[bool]) -> None:
    """Take in the one or two small syllables between two Vietnamese words."""
    for index in range(1, len(words) - 1):
        for length in (1, 2):
            end = index + length
            gap = words[index:end]
            if (
                end < len(words)
                and inside[index - 1]
                and inside[end]
                and not any(inside[index:end])
                and all(_SYLLABLE.fullmatch(word) and word.lower() not in _ENGLISH for word in gap)
            ):
                inside[index:end] = [True] * length


def _join(runs: list[tuple[str, bool]], text: str, is_vietnamese: bool) -> None:
    if not text:
        return
    if runs and runs[-1][1] == is_vietnamese:
        text = runs.pop()[0] + text
    runs.append((text, is_vietnamese))
