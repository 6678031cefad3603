"""Writing many rows of a model at once: COPY on PostgreSQL, one prepared INSERT on SQLite.

`bulk_create` builds an object per row; with some fifty columns a product that alone takes longer than the
whole row does here.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models
from django.utils import timezone

Row = tuple[Any, ...]


class Table:
    """The columns of a model and a row of its defaults, to be filled in."""

    def __init__(self, model: type[models.Model], **fixed: Any) -> None:
        """Take the defaults of all columns, and `fixed` values (by attribute name) for every row."""
        self._name = model._meta.db_table
        fields = model._meta.concrete_fields
        self._columns = [str(field.column) for field in fields]
        self._places = {field.attname: place for place, field in enumerate(fields)}
        now = timezone.now()
        self._blank = [field.get_db_prep_save(_default(field, now), connection) for field in fields]
        for name, value in fixed.items():
            self._blank[self._places[name]] = value

    def row(self, **values: Any) -> Row:
        """Return one row; values are as the database takes them, days as text."""
        row = self._blank.copy()
        for name, value in values.items():
            row[self._places[name]] = value
        return tuple(row)

    def insert(self, rows: Sequence[Row]) -> None:
        """Write the rows."""
        names = ", ".join(connection.ops.quote_name(column) for column in self._columns)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self._name} ({names}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
            else:
                marks = ", ".join(["%s"] * len(self._columns))
                cursor.executemany(f"INSERT INTO {self._name} ({names}) VALUES ({marks})", rows)  # noqa: S608


def _default(field: "models.Field[Any, Any]", now: Any) -> Any:
    return (
        now
        if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
        else field.get_default()
    )


def next_id(model: type[models.Model]) -> int:
    """Return the first free primary key; rows are numbered ahead, so that others can point at them."""
    last = model._default_manager.aggregate(last=models.Max("pk"))["last"]
    return int(last or 0) + 1


@contextmanager
def without_stock_triggers() -> Iterator[None]:
    """Put the triggers of the stock records aside: they sum up each product anew for every row.

    To be used in a transaction, by one who writes the sums himself; they are back even for who comes next.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE partner_stockrecord DISABLE TRIGGER USER")
            yield
            # Deferred foreign keys first: a table with checks pending cannot be altered.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE partner_stockrecord ENABLE TRIGGER USER")
            return
        # The indexes of a large table do not fit into the usual 2 MB of pages (-n: n KiB).
        cursor.execute("PRAGMA cache_size = -262144")
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'partner_stockrecord'"
        )
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _name, sql in triggers:
            # No parameters: a per cent sign in the statement is itself.
            cursor.execute(sql, None)


def finish(*models_written: type[models.Model]) -> None:
    """Set the counters of the primary keys behind the written rows, and count the tables for the planner."""
    from django.core.management.color import no_style  # noqa: PLC0415

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models_written)):
            cursor.execute(statement)
        for model in models_written:
            cursor.execute(f"ANALYZE {model._meta.db_table}")
