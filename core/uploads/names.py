"""Names of files: the sender's is only looked at, ours are random."""

import secrets
import unicodedata
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from .errors import UploadRefused

#: Control characters, and those that turn the direction of writing: `anh<U+202E>gpj.exe` looks like a JPEG.
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
#: Joins letters in some scripts; harmless, and macOS writes it into names.
_HARMLESS = frozenset("\u200c\u200d")


def extension_of(name: str) -> str:
    """Return the ending of a name in lower case, without its dot.

    Raises:
        UploadRefused: The name holds characters that nobody sees.
    """
    if any(unicodedata.category(letter) in _HIDDEN for letter in name if letter not in _HARMLESS):
        raise UploadRefused(_("The file's name holds hidden characters. Rename the file and send it again."))
    return PurePosixPath(name.replace("\\", "/")).suffix.lower().removeprefix(".")


def random_name(extension: str) -> str:
    """Return a name that tells nothing and that nobody guesses."""
    return f"{secrets.token_hex(12)}.{extension}"
