"""Turn the translators' .po files into the .mo files that Django reads.

Addresses are translated too, so a missing .mo turns every Vietnamese address English. The .mo files are not
kept in git and a fresh machine has no `msgfmt`: we compile them before the first request and the first test.
"""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE_DIR = Path(__file__).resolve().parents[1] / "site" / "locale"


def compile_translations(folder: Path = LOCALE_DIR) -> int:
    """Compile every .po below `folder` whose .mo is missing or older; return how many were written."""
    written = 0
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as lines:
            catalogue = read_po(lines, abort_invalid=True)
        # Written aside and renamed: test workers and a running site may read it at this moment.
        aside = target.with_suffix(f".{os.getpid()}.tmp")
        with aside.open("wb") as output:
            write_mo(output, catalogue)
        aside.replace(target)
        written += 1
    return written
