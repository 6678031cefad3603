"""Shortens a title to the words printed on a pack."""

import re
import unicodedata

_SIZE = re.compile(
    r"\b(?:(?:túi|hộp|hũ|chai|gói|lọ|bịch|lon|khay|thùng|quả|hủ)\s+)?(?:khoảng\s+)?\d[\d.,]*(?:\s*[x×]\s*\d[\d.,]*)*\s*"
    r"(?:kg|g|gram|gr|ml|l|lít|cm|m)\b.*",
    re.IGNORECASE,
)
_NOT_LAST = frozenset(
    ("của", "và", "với", "từ", "vị", "cho", "có", "không", "được", "loại", "hương", "cỡ", "trong", "ở", "các")
)
_FILLER = re.compile(r"\([^)]*\)|[\"“”'‘’«»<>&]|®|™")
MOST_LETTERS = 26
ONE_LINE = 9
LINE_LETTERS = 22


def pack_words(title: str) -> tuple[str, ...]:
    """Pick at most two lines of capitals; sizes, brackets and what follows a comma are dropped."""
    kept = _FILLER.sub(" ", unicodedata.normalize("NFC", title)).split(",")[0]
    words = [word for word in _SIZE.sub("", kept).upper().split() if any(map(str.isalnum, word))]
    words = [word for word in words if word.isprintable() and len(word) <= LINE_LETTERS]
    whole = len(words)
    while len(words) > 1 and len(" ".join(words)) > MOST_LETTERS:
        words.pop()
    while 2 < len(words) < whole and words[-1].lower() in _NOT_LAST:
        words.pop()
    return _in_lines(words)


def _in_lines(words: list[str]) -> tuple[str, ...]:
    whole = " ".join(words)
    if len(words) < 2 or len(whole) <= ONE_LINE:
        return (whole,) if whole else ()
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(splits, key=lambda lines: (max(map(len, lines)), -len(lines[0])))
