"""Bring database and content up to date before the site starts.

Each step has a stamp, the hash of the files it depends on and of the steps before it. While that stays the
same there is nothing to do and Django is not even set up. On a database server, which others may change,
every step runs each time; all of them may run twice without harm.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
import environ
from django.conf import settings
from django.core.management import call_command, get_commands

from config.settings.databases import database_from
from core.translations import compile_translations

ROOT = Path(__file__).resolve().parents[1]
VAR_DIR = ROOT / "var"
STAMPS = VAR_DIR / "prepared.json"

#: Files that decide what the loaders write: data, and the code that reads it.
LOADERS = (
    *("*/data/**/*", "*/management/commands/load_*.py", "*/loading/**/*"),
    *("*/demo/**/*", "[a-z]*/**/demo.py"),
)


@dataclass(frozen=True)
class Step:
    """Commands of `manage.py`, and the files whose change makes them necessary again."""

    words: str
    commands: tuple[str, ...]
    inputs: tuple[str, ...]
    only_demo: bool = False


STEPS = (
    Step("tables", ("migrate", "createcachetable"), ("requirements.txt", "[a-z]*/**/migrations/*.py")),
    Step("provinces, product sets and rules", ("load_reference",), LOADERS),
    Step("public records", ("load_public_records",), LOADERS),
    Step("pages, menus and words", ("load_pages",), LOADERS),
    Step("demo shops", ("load_demo",), LOADERS, only_demo=True),
    Step("pictures", ("draw_art",), (*LOADERS, "core/art/**/*.py")),
    Step("search index", ("rebuild_search",), ("search/**/*.py",)),
)


def files_of(patterns: tuple[str, ...]) -> Iterator[Path]:
    """Find the files of a step in a fixed order; what the site itself wrote is none of them."""
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if (
                path.is_file()
                and path.relative_to(ROOT).parts[0] not in {"var", "tests"}
                and path.suffix != ".pyc"
            ):
                yield path


def stamps_now() -> list[str]:
    """Hash the inputs of every step; each hash holds the one before it."""
    setting = [os.environ.get(name, "") for name in ("DATABASE_URL", "DEMO", "DJANGO_SETTINGS_MODULE")]
    running = hashlib.sha256(repr(setting).encode())
    stamps = []
    for step in STEPS:
        running.update(repr(step).encode())
        for path in files_of(step.inputs):
            running.update(
                f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest()
            )
        stamps.append(running.hexdigest())
    return stamps


def stamps_before() -> list[str]:
    """Read the stamps of the last start; none count when the database is a server's or is gone."""
    database = database_from(os.environ.get("DATABASE_URL", ""), VAR_DIR)
    if "sqlite3" not in database["ENGINE"] or not Path(database["NAME"]).is_file():
        return []
    try:
        return [str(stamp) for stamp in json.loads(STAMPS.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def first_stale(now: list[str], before: list[str]) -> int:
    """Return the number of the first step that must run; all after it must too."""
    return next(
        (number for number, pair in enumerate(zip(now, before, strict=False)) if pair[0] != pair[1]),
        len(before),
    )


def run_steps(now: list[str], start: int) -> None:
    """Run the steps from `start` on, noting each as done."""
    django.setup()
    for number, step in enumerate(STEPS[start:], start):
        # A command of a room that is not built yet is left out.
        commands = [command for command in step.commands if command in get_commands()]
        if commands and (settings.DEMO or not step.only_demo):
            print(f"· {step.words}", flush=True)
            begun = time.monotonic()
            for command in commands:
                call_command(command, verbosity=0 if number == 0 else 1)
            print(f"  done in {time.monotonic() - begun:.0f} s", flush=True)
        STAMPS.write_text(json.dumps(now[: number + 1]), encoding="utf-8")


def prepare() -> None:
    """Compile the translations, then run the steps whose inputs changed."""
    (VAR_DIR / "static").mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing
    if compile_translations():
        print("· translations compiled", flush=True)
    now = stamps_now()
    start = first_stale(now, stamps_before()[: len(now)])
    if start < len(STEPS):
        run_steps(now, start)


def main() -> None:
    environ.Env.read_env(ROOT / ".env")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    try:
        prepare()
    except KeyboardInterrupt:
        sys.exit("✗ Stopped; the next start goes on from here.")
    except Exception as error:
        if os.environ.get("DEBUG"):
            raise
        sys.exit(f"✗ The site cannot start: {type(error).__name__}: {error} (DEBUG=1 shows where)")


if __name__ == "__main__":
    main()
