"""What the site asks of a search engine, whichever stands behind (search.md §4.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

#: Every engine stops here; pages beyond are 404 with words.
MOST_RESULTS = 10_000


class Point(NamedTuple):
    """A place on the globe, in degrees."""

    latitude: float
    longitude: float


class Range(NamedTuple):
    """Both ends included; None leaves that end open."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question. Text is words to be found, never a language to be parsed."""

    text: str = ""
    #: By the name of a facet: a hit has one of these values.
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: By the name of a number: `price` in đồng.
    ranges: Mapping[str, Range] = field(default_factory=dict)
    #: From where distances are told, and sorted by with `sort="near"`.
    geo: Point | None = None
    sort: str = "relevance"
    page: int = 1
    #: 0 asks for the total and the facets only.
    size: int = 24
    #: Of which facets counts are wanted; each leaves out its own filter and applies all others.
    facets: tuple[str, ...] = ()


class Hit(NamedTuple):
    """One document found; the page is filled from the database by its id."""

    id: str
    score: float = 0.0
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer; `facets` holds values that occur, the most frequent first."""

    total: int
    hits: Sequence[Hit]
    facets: Mapping[str, Sequence[tuple[str, int]]]
    engine: str
    took_ms: float
    did_you_mean: str = ""


class Suggestion(NamedTuple):
    """One line under the search box."""

    text: str
    id: str


class Health(NamedTuple):
    """Whether an engine answers, and in words what is wrong if not."""

    is_well: bool
    note: str = ""


class RebuildReport(NamedTuple):
    """What a rebuild did."""

    documents: int
    seconds: float


class Document(Protocol):
    """What is written to an index: one product, producer, place, event or article."""

    @property
    def id(self) -> str:
        """The key within its kind."""


class SearchBackend(Protocol):
    """An engine. Totals and counts are the same whichever answers; only ranking may differ."""

    name: str

    def ensure_index(self) -> None:
        """Make the index if there is none."""

    def rebuild(self, documents: Iterable[Document]) -> RebuildReport:
        """Build a new index aside, then swap it in."""

    def upsert(self, documents: Sequence[Document]) -> None:
        """Write documents anew."""

    def delete(self, ids: Sequence[str]) -> None:
        """Remove documents; unknown ids are no error."""

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer one question."""

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """Return what the beginning of a query may become."""

    def health(self) -> Health:
        """Say whether the engine answers."""
