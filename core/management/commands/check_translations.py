"""`manage.py check_translations`: every text of ours has Vietnamese words; no entry is empty or fuzzy."""

import re
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.translatable import Found, messages_in
from core.translations import LOCALE_DIR

ROOT = LOCALE_DIR.parents[1]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


class Command(BaseCommand):
    """Compare the sources with the translators' files; English is the language of the sources."""

    help = __doc__ or ""
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--add", action="store_true", help="add missing texts to the Vietnamese file, empty"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        found = messages_in(ROOT)
        path = LOCALE_DIR / "vi" / "LC_MESSAGES" / "django.po"
        vietnamese = read_catalogue(path)
        missing = missing_from(vietnamese, found)
        if options["add"]:
            add(vietnamese, missing, path)
            self.stdout.write(f"{len(missing)} texts added to {path.relative_to(ROOT)}; fill them in.")
            return
        complaints = [f"{one.path}:{one.line}: no Vietnamese for {one.message.text!r}" for one in missing]
        for other in sorted(LOCALE_DIR.glob("*/LC_MESSAGES/*.po")):
            language = other.parts[-3]
            complaints += [f"{language}: {words}" for words in faults_of(read_catalogue(other))]
        for complaint in complaints:
            self.stderr.write(complaint)
        if complaints:
            raise CommandError(f"{len(complaints)} translations are missing or wrong.")
        self.stdout.write(f"{len({one.message for one in found})} texts, all with Vietnamese words.")


def read_catalogue(path: Path) -> Catalog:
    """Read a .po file.

    Raises:
        CommandError: It is broken; the message names the line.
    """
    try:
        with path.open("rb") as lines:
            return read_po(lines, abort_invalid=True)
    except (OSError, ValueError, PoFileError) as error:
        raise CommandError(f"{path}: {error}") from error


def missing_from(catalogue: Catalog, found: list[Found]) -> list[Found]:
    """Return the first place of each text that the catalogue lacks."""
    missing: dict[tuple[str, str], Found] = {}
    for one in found:
        known = catalogue.get(one.message.text, one.message.context or None)
        if known is None or (one.message.plural and not isinstance(known.id, tuple)):
            missing.setdefault((one.message.text, one.message.context), one)
    return list(missing.values())


def faults_of(catalogue: Catalog) -> list[str]:
    """Say what is wrong with the entries: empty, fuzzy, or with other placeholders than the source."""
    faults = []
    for entry in catalogue:
        if not entry.id:
            continue
        sources = entry.id if isinstance(entry.id, (tuple, list)) else (entry.id,)
        strings = entry.string if isinstance(entry.string, (tuple, list)) else (entry.string,)
        words = [string or "" for string in strings]
        if entry.fuzzy:
            faults.append(f"{sources[0]!r} is fuzzy")
        elif not all(words):
            faults.append(f"{sources[0]!r} is empty")
        elif not any(placeholders(source) == placeholders(words[-1]) for source in sources):
            faults.append(f"{sources[0]!r} has other placeholders in its translation {words[-1]!r}")
    return faults


def placeholders(text: str) -> set[str]:
    """Return the names that the site fills in."""
    return set(PLACEHOLDER.findall(text))


def add(catalogue: Catalog, missing: list[Found], path: Path) -> None:
    """Write the catalogue with the missing texts, empty, in their place."""
    for one in missing:
        text = (one.message.text, one.message.plural) if one.message.plural else one.message.text
        catalogue.add(text, locations=[(one.path, one.line)], context=one.message.context or None)
    with path.open("wb") as output:
        write_po(output, catalogue, width=110, sort_output=False)
