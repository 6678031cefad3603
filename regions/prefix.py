"""The look-up `folded__prefix="loc"`: names that begin so, by an index on SQLite and PostgreSQL."""

from typing import TYPE_CHECKING, Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Lookup
from django.db.models.sql.compiler import SQLCompiler

if TYPE_CHECKING:
    _TextLookup = Lookup[str]
else:  # Django's class takes no type argument when it runs
    _TextLookup = Lookup


@CharField.register_lookup
class PrefixLookup(_TextLookup):
    """Match folded text (a–z, 0–9, blanks) that begins with the given folded text.

    Django's `startswith` becomes a LIKE, which SQLite answers from no index unless the column ignores case;
    a range of two bounds, which SQLite can use, sorts by language on PostgreSQL and would miss names there.
    """

    lookup_name = "prefix"

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        # DEL sorts behind every character that folding leaves.
        return f"{column} >= %s AND {column} < %s", (*parameters, self.rhs, *parameters, f"{self.rhs}\x7f")

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} LIKE %s", (*parameters, f"{self.rhs}%")
