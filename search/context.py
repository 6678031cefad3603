"""What the list's template reads."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.addresses import home_of
from core.structured_data import breadcrumb_list
from search.listing import PAGE_SIZE, Listing
from search.page_numbers import page_links
from search.parameters import SORTS
from search.ranking import ranking_url

#: Letters of a search that its heading repeats.
LONGEST_ECHO = 60


def list_context(listing: Listing) -> dict[str, Any]:
    """Return the context of `search/product_list.html`."""
    query, total = listing.query, listing.result.total
    heading = heading_of(listing)
    cards = [] if listing.is_past_the_end else listing.cards
    context: dict[str, Any] = {
        "page_title": _title(heading, query.page),
        "page_description": _description(heading, total),
        "structured_data": [breadcrumb_list(_steps(listing, heading))],
        "heading": heading,
        "intro": _intro(listing),
        "breadcrumb_steps": listing.steps,
        "query": query.text,
        "notes": listing.reading.notes,
        "filters": {
            "action": listing.path,
            "hidden": _hidden(listing),
            "groups": listing.groups,
            # The search has a field of its own.
            "chosen_count": sum(chip.name != "q" for chip in listing.chips),
            "clear_url": listing.path,
            "result_count": total,
            "sheet_title": _("Filter products"),
        },
        "kinds": listing.kinds,
        "chips": listing.chips,
        "sort_options": [
            {"value": value, "label": label, "is_chosen": value == query.order}
            for value, label in SORTS.items()
            if value != "near" or query.near
        ],
        "cards": cards,
        "pages": page_links(query, listing.path, total, PAGE_SIZE) if cards else None,
        "ranking_url": ranking_url(listing.language),
        "empty": None if cards else listing.empty(),
        "reported": listing.reported,
        "reported_count": len(listing.snapshot.reported),
    }
    if not listing.may_be_stored or listing.is_past_the_end:
        context["noindex"] = True
    return context


def heading_of(listing: Listing) -> str:
    """Return the name of the list."""
    if listing.category is not None:
        return listing.category.label
    if listing.query.text:
        return _("Results for “%(words)s”") % {"words": Truncator(listing.query.text).chars(LONGEST_ECHO)}
    return _("Products")


def _title(heading: str, page: int) -> str:
    return heading if page == 1 else _("%(title)s, page %(page)s") % {"title": heading, "page": page}


def _intro(listing: Listing) -> str:
    """Say what a branch or set holds: its full name where the heading is the short one.

    Of all products it says which are certified, since others stand beside them.
    """
    category = listing.category
    if category is None:
        return "" if listing.query.text else _("A star badge shows which have an OCOP certificate in force.")
    return str(category.description or (category.name if category.name != category.label else ""))


def _description(heading: str, total: int) -> str:
    words = ngettext(
        "%(heading)s: %(count)s product with its maker and price. "
        "A star badge shows which have an OCOP certificate in force.",
        "%(heading)s: %(count)s products with makers and prices. "
        "A star badge shows which have an OCOP certificate in force.",
        total,
    )
    return words % {"heading": heading, "count": total}


def _hidden(listing: Listing) -> list[tuple[str, str]]:
    """Return what the filter form must send along, since none of its boxes holds it."""
    boxes = {group.name for group in listing.groups} | {"price_from", "price_to", "sort", "page"}
    return [pair for pair in listing.query.pairs() if pair[0] not in boxes]


def _steps(listing: Listing, heading: str) -> list[tuple[str, str]]:
    between = [(step.title, step.url) for step in listing.steps]
    return [(_("Home"), home_of(listing.language)), *between, (heading, listing.path)]
