"""Small parts that many pages hand to their templates."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404
from django.utils.translation import gettext as _

from core.whole_numbers import whole_number


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a table of facts; an empty value is shown as not yet given."""

    term: str
    value: str | None
    url: str = ""
    is_strong: bool = False
    is_demo: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One step of a history."""

    title: str
    when: str
    is_now: bool = False
    note: str = ""
    is_demo: bool = False
    url: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A drawn map with the words that replace it."""

    url: str
    alt: str
    width: int
    height: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PhotoSource:
    """Copies of a photo in one format: `srcset` names each with its width."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo in the formats and sizes between which browsers choose.

    Attributes:
        url: For browsers that know none of the formats in `sources`.
        width: Of the picture at `url`, in pixels.
        height: The same.
        shared_url: A large JPEG, for those who share or index the page.
    """

    url: str
    alt: str
    width: int
    height: int
    sources: tuple[PhotoSource, ...]
    credit: str = ""
    caption: str = ""
    shared_url: str = ""


@dataclass(frozen=True, slots=True)
class PageLink:
    """One number of a pagination."""

    number: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The pagination under a list; `items` holds None where numbers are left out."""

    items: list[PageLink | None]
    previous_url: str
    next_url: str
    first: int
    last: int
    total: int


def asked_page(paginator: Paginator[Any], wanted: str) -> Page[Any]:
    """Return a page of a list; what is no page number is the first page.

    Raises:
        Http404: The list ends before.
    """
    try:
        return paginator.page(max(1, whole_number(wanted) or 1))
    except EmptyPage as error:
        raise Http404(_("There are fewer pages than that.")) from error


def shown_numbers(current: int, last: int) -> list[int | None]:
    """Return the numbers under a list: first, last, the current one and its neighbours; None for a gap.

    A gap hides at least two pages: in the place of one its number fits.

    >>> shown_numbers(1, 4), shown_numbers(1, 5)
    ([1, 2, 3, 4], [1, 2, None, 5])
    """
    numbers: list[int | None] = []
    before = 0
    for number in sorted({1, last, *range(max(1, current - 1), min(last, current + 1) + 1)}):
        if number == before + 2:
            numbers.append(before + 1)
        elif number > before + 2:
            numbers.append(None)
        numbers.append(number)
        before = number
    return numbers


def page_links(page: Page[object], path: str, **kept: str) -> PageLinks:
    """Return the pagination of a list; `kept` are the parameters that its pages share."""

    def url(number: int) -> str:
        query = {**kept, **({"page": str(number)} if number > 1 else {})}
        return f"{path}?{urlencode(query)}" if query else path

    paginator = page.paginator
    items = [
        PageLink(number, url(number), number == page.number) if number else None
        for number in shown_numbers(page.number, paginator.num_pages)
    ]
    return PageLinks(
        items=items,
        previous_url=url(page.number - 1) if page.has_previous() else "",
        next_url=url(page.number + 1) if page.has_next() else "",
        first=page.start_index(),
        last=page.end_index(),
        total=paginator.count,
    )
