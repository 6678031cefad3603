"""One migrated database per state of the migrations; each test process works on a copy of it.

Migrating takes half a minute and a copy a fraction of a second. The key is the hash of what migrating depends
on, so a stale template is never used. Several runs may come at once: building happens under a file lock.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "tests"
#: What the migrated database depends on: our migrations, others' (the lock), receivers and permissions.
INPUTS = (
    "requirements-dev.txt",
    "tests/template_database.py",
    "core/triggers.py",
    "site/config/settings/*.py",
    "[a-z]*/**/migrations/*.py",
    "[a-z]*/**/apps.py",
)
KEPT = 3


def key_of_migrations() -> str:
    """Hash every file that decides how the migrated database looks."""
    running = hashlib.sha256()
    for pattern in INPUTS:
        for path in sorted(ROOT.glob(pattern)):
            running.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return running.hexdigest()[:16]


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold a lock that other test processes wait for."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def copied_database(connection: BaseDatabaseWrapper, worker: str) -> Iterator[Callable[[], None]]:
    """Point `connection` at a copy of the migrated database while in use.

    Yields:
        A function that makes the copy anew, for use after a test that committed: quicker than emptying every
        table, and what the migrations wrote (root page, site, languages) is there again.
    """
    kind: type[SqliteTemplate | PostgresTemplate]
    kind = SqliteTemplate if connection.vendor == "sqlite" else PostgresTemplate
    template = kind(connection, key_of_migrations())
    with locked(template.kind):
        if not template.exists():
            template.build()
    name = template.copy(f"{os.getpid()}_{worker}")
    point(connection, name)

    def renew() -> None:
        template.drop_copy(name)
        template.copy(f"{os.getpid()}_{worker}")

    try:
        yield renew
    finally:
        template.drop_copy(name)


def point(connection: BaseDatabaseWrapper, name: str) -> None:
    """Let a connection, and those that other threads open, use another database."""
    connection.close()
    connection.settings_dict["NAME"] = name
    connections.settings[connection.alias]["NAME"] = name


def migrate(connection: BaseDatabaseWrapper, name: str) -> None:
    """Run all migrations into the database `name`."""
    point(connection, name)
    call_command("migrate", verbosity=0, interactive=False, database=connection.alias)
    # Named, since the tests' own cache is in memory; the site that some tests start needs the table.
    call_command("createcachetable", "cache", verbosity=0, database=connection.alias)
    connection.close()


class SqliteTemplate:
    """A file that is copied."""

    kind = "sqlite"

    def __init__(self, connection: BaseDatabaseWrapper, key: str) -> None:
        self.connection = connection
        self.path = FOLDER / f"{key}.sqlite3"
        # A test database need not survive a power cut.
        options = connection.settings_dict["OPTIONS"]
        options["init_command"] = options.get("init_command", "") + "PRAGMA synchronous=OFF;"

    def exists(self) -> bool:
        return self.path.is_file()

    def build(self) -> None:
        aside = self.path.with_suffix(f".{os.getpid()}.part")
        migrate(self.connection, str(aside))
        with sqlite3.connect(aside) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        aside.rename(self.path)
        for leftover in FOLDER.glob(f"{aside.name}-*"):
            leftover.unlink()
        older = sorted(FOLDER.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in older[KEPT:]:
            path.unlink()

    def copy(self, name: str) -> str:
        copies = FOLDER / "copies"
        copies.mkdir(exist_ok=True)
        remove_copies_of_ended_runs(copies)
        target = copies / f"{name}.sqlite3"
        shutil.copyfile(self.path, target)
        return str(target)

    def drop_copy(self, name: str) -> None:
        connections.close_all()
        for path in Path(name).parent.glob(f"{Path(name).name}*"):
            path.unlink(missing_ok=True)


def remove_copies_of_ended_runs(copies: Path) -> None:
    """Remove what runs left that were ended by force; the name begins with the process id."""
    for path in copies.iterdir():
        pid = path.name.split("_", 1)[0]
        if not pid.isdigit() or not process_lives(int(pid)):
            path.unlink(missing_ok=True)


def process_lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


class PostgresTemplate:
    """A database that the server copies: `CREATE DATABASE … TEMPLATE`."""

    kind = "postgresql"

    def __init__(self, connection: BaseDatabaseWrapper, key: str) -> None:
        self.connection = connection
        checkout = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
        self.prefix = f"test_{checkout}"
        self.name = f"{self.prefix}_template_{key}"

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self.connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]  # as Django's own creation does
            cursor.execute(sql, values)
            return list(cursor.fetchall()) if cursor.description else []

    def exists(self) -> bool:
        return bool(self.query("SELECT 1 FROM pg_database WHERE datname = %s", self.name))

    def build(self) -> None:
        for (name,) in self.query(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", self.prefix
        ):
            if "_template_" in name or not process_lives(int(name.split("_")[2])):
                self.query(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        aside = f"{self.prefix}_{os.getpid()}_part"
        self.query(f'DROP DATABASE IF EXISTS "{aside}" WITH (FORCE)')
        self.query(f'CREATE DATABASE "{aside}"')
        migrate(self.connection, aside)
        self.query(f'ALTER DATABASE "{aside}" RENAME TO "{self.name}"')

    def copy(self, name: str) -> str:
        target = f"{self.prefix}_{name}"
        with locked(self.kind):  # the server refuses two copies of one template at the same moment
            self.query(f'CREATE DATABASE "{target}" TEMPLATE "{self.name}"')
        return target

    def drop_copy(self, name: str) -> None:
        connections.close_all()
        self.query(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
