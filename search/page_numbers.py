"""The numbers under a list, and where they end."""

from core.page_parts import PageLink, PageLinks, shown_numbers
from search.backends.base import MOST_RESULTS
from search.parameters import ListQuery


def last_page(total: int, size: int) -> int:
    """Return the number of the last page there is, at least 1; results beyond the limit have none."""
    return max(1, -(-min(total, MOST_RESULTS) // size))


def page_links(query: ListQuery, path: str, total: int, size: int) -> PageLinks:
    """Return the pagination: the first, the last, the neighbours, and None where numbers are left out."""
    last = last_page(total, size)

    def url(number: int) -> str:
        return query.on_page(number).address(path)

    items = [
        PageLink(number, url(number), number == query.page) if number else None
        for number in shown_numbers(query.page, last)
    ]
    first = (query.page - 1) * size + 1
    return PageLinks(
        items=items,
        previous_url=url(query.page - 1) if query.page > 1 else "",
        next_url=url(query.page + 1) if query.page < last else "",
        first=first,
        last=min(first + size - 1, total, MOST_RESULTS),
        total=total,
    )
