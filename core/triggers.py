"""Rules that no constraint can express, kept by the database itself, on SQLite and on PostgreSQL."""

from typing import NamedTuple

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


class Trigger(NamedTuple):
    """One trigger in the two dialects; each statement list is run as it stands."""

    name: str
    table: str
    sqlite: str
    postgresql: str

    def create(self, vendor: str) -> str:
        """Return the statement that makes the trigger."""
        return self.sqlite if vendor == "sqlite" else self.postgresql

    def drop(self, vendor: str) -> str:
        """Return the statement that removes the trigger."""
        if vendor == "sqlite":
            return f"DROP TRIGGER IF EXISTS {self.name}"
        return f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}; DROP FUNCTION IF EXISTS {self.name}()"


def install(*triggers: Trigger) -> migrations.RunPython:
    """Return the migration operation that makes these triggers (backwards: removes them)."""

    def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for trigger in triggers:
            editor.execute(trigger.create(editor.connection.vendor), None)

    def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for trigger in reversed(triggers):
            editor.execute(trigger.drop(editor.connection.vendor), None)

    return migrations.RunPython(forwards, backwards)


def refuse(name: str, table: str, *, when: str, event: str, condition: str, message: str) -> Trigger:
    """Return a trigger that refuses a row.

    Args:
        name: Of the trigger, unique in the database.
        table: Whose rows it watches.
        when: `BEFORE` or `AFTER`.
        event: `INSERT`, or `UPDATE OF column, …`.
        condition: SQL over `NEW` that is true for a row to be refused; both dialects must read it.
        message: The error's text.
    """
    sqlite = (
        f"CREATE TRIGGER {name} {when} {event} ON {table} FOR EACH ROW WHEN ({condition}) "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
    postgresql = (
        f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN "
        f"IF ({condition}) THEN RAISE EXCEPTION '{message}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql; "
        f"CREATE TRIGGER {name} {when} {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )
    return Trigger(name, table, sqlite, postgresql)


def follow(name: str, table: str, *, event: str, row: str, statement: str, lock: str) -> Trigger:
    """Return a trigger that runs one statement after a change.

    Args:
        name: Of the trigger, unique in the database.
        table: Whose changes it follows.
        event: `INSERT`, `DELETE` or `UPDATE OF column, …`.
        row: What the statement reads, `NEW` or `OLD`.
        statement: SQL that both dialects read, without a semicolon.
        lock: What PostgreSQL selects FOR UPDATE first, in a statement of its own: the next one then sees what
            a concurrent transaction wrote. On SQLite there is only one writer.
    """
    sqlite = f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW BEGIN {statement}; END"
    postgresql = (
        f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN PERFORM 1 FROM {lock} FOR UPDATE; "
        f"{statement}; RETURN {row}; END $$ "
        "LANGUAGE plpgsql; "
        f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )
    return Trigger(name, table, sqlite, postgresql)
