"""Names in PDFs, however they are written: `/J#61vaScript` is `/JavaScript` (ISO 32000-2, 7.3.5)."""

import re

#: What may follow a name: white space or a delimiter.
_AFTER = rb"(?=[\x00\t\n\x0c\r /<>\[\](){}%]|\Z)"
_CODED_LETTER = re.compile(rb"#([0-9A-Fa-f]{2})")


def pattern_of(*names: str) -> re.Pattern[bytes]:
    """Match any of these names, each letter plain or as `#` and two digits."""
    words = b"|".join(b"".join(map(_letter, name.encode())) for name in names)
    return re.compile(b"/(?:" + words + b")" + _AFTER)


def plain(name: bytes) -> str:
    """Return a name as it is meant, without its slash."""
    return _CODED_LETTER.sub(lambda found: bytes([int(found[1], 16)]), name).decode("latin-1")


def _letter(value: int) -> bytes:
    digits = b"".join(
        bytes([digit]) if chr(digit).isdigit() else b"[%c%c]" % (digit, chr(digit).upper().encode())
        for digit in b"%02x" % value
    )
    return b"(?:%c|#%s)" % (value, digits)
