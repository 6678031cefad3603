"""One page of the product list: asks the engine, fills the cards, and puts the page's parts together."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.cards import ProductCard
from catalogue.models import Category
from catalogue.pages.reported import ReportedProduct
from core.page_parts import Link
from search.backends.base import MOST_RESULTS, SearchBackend, SearchRequest, SearchResult
from search.facets import COUNTED, Chip, FacetGroup, Kind, Labels, chips_of, groups_of
from search.page_numbers import last_page
from search.parameters import ANY_PRICE, ListQuery
from search.reading import Reading
from search.snapshot import Snapshot

PAGE_SIZE = 24
#: With more filters, or further on, no cache and no search engine keeps the page.
MOST_STORED_FILTERS = 2
LAST_STORED_PAGE = 20


@dataclass(frozen=True, slots=True)
class Empty:
    """What the page says when nothing fits, and what to loosen."""

    what: str
    hint: str
    drop_url: str
    drop_text: str
    out_url: str
    out_text: str
    pictogram: str


@dataclass(frozen=True)
class Listing:
    """The list as one visitor asked for it; parts are worked out when the page first reads them.

    Attributes:
        category: The branch or set whose page this is, None for all products.
        path: The page's address without parameters.
    """

    snapshot: Snapshot
    backend: SearchBackend
    reading: Reading
    category: Category | None
    path: str
    language: str

    @property
    def query(self) -> ListQuery:
        """What was asked."""
        return self.reading.query

    @property
    def own_filter(self) -> tuple[str, str] | None:
        """The filter that a branch's or set's page is itself: its parameter and value."""
        if self.category is None:
            return None
        return ("branch" if self.category.is_branch else "set"), self.category.code

    def request(self, query: ListQuery, **changes: Any) -> SearchRequest:
        """Return the question to the engine for a query on this page."""
        filters = {name: frozenset(values) for name, values in query.choices.items()}
        if query.in_stock:
            filters["in_stock"] = frozenset({"1"})
        if self.own_filter:
            filters[self.own_filter[0]] = frozenset({self.own_filter[1]})
        asked = SearchRequest(
            text=query.text,
            filters=filters,
            ranges={} if query.price == ANY_PRICE else {"price": query.price},
            geo=query.near,
            sort=query.order,
            page=query.page,
            size=PAGE_SIZE,
            facets=COUNTED,
        )
        return replace(asked, **changes)

    @cached_property
    def result(self) -> SearchResult:
        """The engine's answer."""
        return self.backend.search(self.request(self.query))

    def total_of(self, query: ListQuery) -> int:
        """Count what another query on this page would find."""
        return self.backend.search(self.request(query, page=1, size=0, facets=())).total

    @cached_property
    def last_page(self) -> int:
        """The number of the last page."""
        return last_page(self.result.total, PAGE_SIZE)

    @property
    def is_past_the_end(self) -> bool:
        """Say whether there is no such page."""
        return self.query.page > self.last_page

    @property
    def may_be_stored(self) -> bool:
        """Say whether caches and search engines may keep the page (contract §3)."""
        return (
            not self.query.text
            # What was left out of an address is repeated in a note: a stranger's words, no page of its own.
            and not self.reading.notes
            and self.query.price.least is None
            and self.query.price.most is None
            and self.query.near is None
            and len(self.chips) <= MOST_STORED_FILTERS
            and self.query.page <= LAST_STORED_PAGE
        )

    @cached_property
    def cards(self) -> list[ProductCard]:
        """The cards of this page in the engine's order."""
        return self.snapshot.cards.cards([int(hit.id) for hit in self.result.hits], self.language)

    @cached_property
    def reported(self) -> list[ReportedProduct]:
        """What only the press named, of the same words, kind and place; at the end of the first page."""
        return self.snapshot.reported.like(self.request(self.query)) if self.query.page == 1 else []

    @cached_property
    def labels(self) -> Labels:
        """The words of filters' values."""
        return Labels(self.snapshot.names, self.reading.places)

    @cached_property
    def chips(self) -> list[Chip]:
        """The chosen filters."""
        return chips_of(self.query, self.path, self.labels, self.language)

    @cached_property
    def groups(self) -> list[FacetGroup]:
        """The filters with their counts."""
        names = self.snapshot.names
        offered: dict[str, list[str]] = {"unit": [], "district": [], "producer": []}
        if self.category is None:
            offered |= {"branch": list(names.branches), "set": []}
        elif self.category.is_branch:
            offered["set"] = []
        return groups_of(self.query, self.result.facets, self.labels, offered)

    @cached_property
    def branch(self) -> Category | None:
        """The branch whose page this is, or above the set whose page this is."""
        if self.category is None or self.category.is_branch:
            return self.category
        return self.snapshot.names.branch_of(self.category)

    @cached_property
    def kinds(self) -> list[Kind]:
        """Links to the branch and its sets around this list; they keep what else was chosen.

        The list of all products has boxes for the branches instead.
        """
        branch = self.branch
        if branch is None:
            return []
        free = self.query.without("branch").without("set")
        around = self._around(free, branch)
        of_sets = dict(around.facets["set"])

        def kind(category: Category, count: int, level: int) -> Kind:
            address = free.address(category.get_absolute_url())
            return Kind(category.label, address, count, category == self.category, level)

        sets = self.snapshot.names.sets_of(branch)
        return [kind(branch, around.total, 0), *(kind(each, of_sets.get(each.code, 0), 1) for each in sets)]

    def _around(self, free: ListQuery, branch: Category) -> SearchResult:
        """Return the result whose counts stand beside kinds: all of the branch, whatever set is chosen."""
        chosen = self.request(self.query).filters
        filters = {name: values for name, values in chosen.items() if name != "set"}
        filters["branch"] = frozenset({branch.code})
        if filters == chosen:
            return self.result
        return self.backend.search(self.request(free, filters=filters, size=0, facets=("set",)))

    @cached_property
    def steps(self) -> list[Link]:
        """The way from home to this list, both left out."""
        if self.category is None:
            return []
        steps = [Link(_("Products"), reverse("catalogue:index"))]
        if not self.category.is_branch:
            branch = self.snapshot.names.branch_of(self.category)
            steps.append(Link(branch.label, branch.get_absolute_url()))
        return steps

    def empty(self) -> Empty:
        """Say that nothing fits, and which one filter to drop to see the most."""
        if self.is_past_the_end and self.result.total:
            return self._past_the_end()
        what = _("Nothing here fits these filters.") if self.chips else _("There are no products here yet.")
        if self.query.text:
            filtered = any(chip.name != "q" for chip in self.chips)
            what = (
                _("Nothing for “%(words)s” fits these filters.")
                if filtered
                else _("Nothing was found for “%(words)s”.")
            )
            what %= {"words": self.query.text}
        drop_url, drop_text = self._best_to_drop()
        hint = _("Check the spelling, or use fewer words. Marks may be left out.") if self.query.text else ""
        return Empty(what, hint, drop_url, drop_text, reverse("catalogue:index"), _("See all products"), "")

    def _past_the_end(self) -> Empty:
        last = self.query.on_page(self.last_page)
        hint = ngettext("The list has %(count)s page.", "The list has %(count)s pages.", self.last_page)
        if self.result.total > MOST_RESULTS:
            hint = _("Only the first 10,000 results can be paged through. Filters bring the others nearer.")
        return Empty(
            what=_("There is no page with this number."),
            hint=hint % {"count": self.last_page},
            drop_url=last.address(self.path),
            drop_text=_("To the last page"),
            out_url=self.query.on_page(1).address(self.path),
            out_text=_("To the first page"),
            pictogram="",
        )

    def _best_to_drop(self) -> tuple[str, str]:
        """Return address and words of the list without the filter that frees the most products."""
        best: tuple[int, str, str] | None = None
        for name in dict.fromkeys(chip.name for chip in self.chips):
            without = self.query.without(name)
            total = self.total_of(without)
            if total and (best is None or total > best[0]):
                label = ", ".join(chip.label for chip in self.chips if chip.name == name)
                label = label if name == "q" else f"“{label}”"
                best = (total, without.address(self.path), label)
        if best is None:
            return (self.path, _("Clear all filters")) if self.chips else ("", "")
        total, url, label = best
        words = ngettext(
            "Without %(filter)s: %(count)s product", "Without %(filter)s: %(count)s products", total
        )
        return url, words % {"filter": label, "count": total}
