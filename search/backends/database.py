"""The engine that needs none: it answers from the products themselves, as they stand in the database.

Text is folded and looked for as it is: every word must be contained in the product's name or its producer's.
"""

import math
import time
from collections.abc import Iterable, Sequence
from itertools import islice

from core.vietnamese import fold
from search.backends.base import (
    MOST_RESULTS,
    Document,
    Health,
    Hit,
    RebuildReport,
    SearchRequest,
    SearchResult,
    Suggestion,
)
from search.backends.columns import Columns


class DatabaseBackend:
    """Answers over one reading of the catalogue; made for each request, so that one page sees one state."""

    name = "database"

    def __init__(self, columns: Columns) -> None:
        self.columns = columns

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer one question.

        Raises:
            KeyError: The request names a filter, range or facet that products do not have.
        """
        begun = time.perf_counter()
        everything = self._text(request) & self._ranges(request)
        chosen = {name: self.columns.having(name, values) for name, values in request.filters.items()}
        found = everything
        for bits in chosen.values():
            found &= bits
        facets = {}
        for name in request.facets:
            others = everything
            for other, bits in chosen.items():
                if other != name:
                    others &= bits
            facets[name] = self.columns.counts(name, others)
        return SearchResult(
            total=found.bit_count(),
            hits=self._hits(found, request),
            facets=facets,
            engine=self.name,
            took_ms=(time.perf_counter() - begun) * 1000,
        )

    def _text(self, request: SearchRequest) -> int:
        if not request.text.strip():
            return self.columns.all
        words = list(dict.fromkeys(fold(request.text).split()))
        # Text without a letter or digit names nothing that we have.
        return self.columns.containing(words) if words else 0

    def _ranges(self, request: SearchRequest) -> int:
        found = self.columns.all
        for name, asked in request.ranges.items():
            if name != "price":
                raise KeyError(name)
            found &= self.columns.priced(asked)
        return found

    def _hits(self, found: int, request: SearchRequest) -> list[Hit]:
        begin = (request.page - 1) * request.size
        end = min(begin + request.size, MOST_RESULTS)
        if begin >= end:
            return []
        rows = self.columns.rows
        if request.sort == "near" and request.geo is not None:
            nearest = self.columns.distances(found, request.geo)[begin:end]
            return [Hit(str(rows[i].pk), 0.0, None if math.isinf(km) else km) for km, i in nearest]
        return [Hit(str(rows[i].pk)) for i in islice(self.columns.ordered(found, request.sort), begin, end)]

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """Return names of products that begin with the text, in the order of relevance."""
        begin = fold(text)
        if not begin:
            return []
        fitting = (row for row in self.columns.rows if row.folded.startswith(begin))
        return [Suggestion(row.folded, str(row.pk)) for row in islice(fitting, limit)]

    def health(self) -> Health:
        """Say that all is well: whoever got here has read the database."""
        return Health(is_well=True)

    def ensure_index(self) -> None:
        """Do nothing: the tables are the index."""

    def rebuild(self, documents: Iterable[Document]) -> RebuildReport:
        """Do nothing: the tables are the index."""
        return RebuildReport(documents=0, seconds=0.0)

    def upsert(self, documents: Sequence[Document]) -> None:
        """Do nothing: whoever saved a product has written it."""

    def delete(self, ids: Sequence[str]) -> None:
        """Do nothing: whoever deleted a product has removed it."""
