"""Looking into any text column without marks: the database folds it as `core.vietnamese` does.

For tables of up to some ten thousand rows, which staff search; what visitors search has folded columns.
"""

import unicodedata
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func, Q, QuerySet, TextField

from core.vietnamese import fold, strip_marks

#: The name under which SQLite knows `plain`.
SQLITE_FUNCTION = "without_marks"
MOST_WORDS = 8
_APOSTROPHES = "'\u2018\u2019\u02bc`´"


def plain(text: object) -> str | None:
    """Return a value of the database without marks and apostrophes, in lower case."""
    if text is None:
        return None
    return strip_marks(str(text).translate(dict.fromkeys(map(ord, _APOSTROPHES)))).lower()


def teach_sqlite(sender: object, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Give a new connection to SQLite the function that PostgreSQL has in `translate`."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(SQLITE_FUNCTION, 1, plain, deterministic=True)


def _marked() -> tuple[str, str]:
    """Return the Latin letters that bear marks, and beside them the letters without."""
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    pairs = [(letter, bare) for letter in letters if len(bare := strip_marks(letter)) == 1 and bare != letter]
    # `translate` drops the letters that have no partner.
    return "".join(pair[0] for pair in pairs) + _APOSTROPHES, "".join(pair[1] for pair in pairs)


_MARKED, _BARE = _marked()


class Folded(Func):
    """A text column without marks and in lower case, worked out by the database."""

    arity = 1
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Call our own function."""
        return self.as_sql(compiler, connection, function=SQLITE_FUNCTION, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Call `translate`; `lower` alone would leave letters with marks be where the locale is C."""
        sql, parameters = compiler.compile(self.source_expressions[0])
        return f"lower(translate(normalize({sql}::text, NFC), %s, %s))", (*parameters, _MARKED, _BARE)


def holding_words(queryset: QuerySet[Any], text: str, fields: tuple[str, ...]) -> QuerySet[Any]:
    """Keep the rows in which each word of `text` stands in one of the fields, marks or not.

    Args:
        queryset: Of the rows.
        text: What somebody typed; nothing readable finds nothing.
        fields: Paths of columns, over at most one row each; a column called `folded` is read as it stands.
    """
    words = fold(unicodedata.normalize("NFC", text)).split()[:MOST_WORDS]
    if not words:
        return queryset.none()
    names = {}
    for number, field in enumerate(fields):
        if field.endswith("folded"):
            names[field] = field
        else:
            names[field] = f"folded_{number}"
            queryset = queryset.alias(**{f"folded_{number}": Folded(F(field))})
    for word in words:
        queryset = queryset.filter(
            Q(*((f"{name}__contains", word) for name in names.values()), _connector=Q.OR)
        )
    return queryset
