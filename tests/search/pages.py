"""Reads a list page as a visitor does."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.test import Client

_COUNT = re.compile(rb'data-result-count="(\d+)"')


@dataclass
class Seen:
    """What stands on a page."""

    status: int
    html: str
    total: int
    #: Keys of the products in the grid, in their order.
    products: list[int]
    #: Of each box: (parameter, value) → count.
    counts: dict[tuple[str, str], int]
    chosen: set[tuple[str, str]]
    notes: list[str]
    stars: list[int]
    links: list[str]
    response: Any


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.products: list[int] = []
        self.counts: dict[tuple[str, str], int] = {}
        self.chosen: set[tuple[str, str]] = set()
        self.stars: list[int] = []
        self.links: list[str] = []
        self._in_card = False
        self._box: tuple[str, str] | None = None
        self._reads_count = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if "product-card__name" in known.get("class", ""):
            self._in_card = True
        if tag == "a" and "href" in known:
            self.links.append(known["href"])
            if self._in_card and (found := re.search(r"-(\d+)/$", known["href"])):
                self.products.append(int(found[1]))
            self._in_card = False
        if tag == "input" and known.get("type") == "checkbox":
            self._box = (known["name"], known["value"])
            if "checked" in known:
                self.chosen.add(self._box)
        if "facet__count" in known.get("class", ""):
            self._reads_count = True
        if "data-stars" in known:
            self.stars.append(int(known["data-stars"]))

    def handle_data(self, data: str) -> None:
        if self._reads_count and self._box and data.strip().isdigit():
            self.counts[self._box] = int(data)
            self._reads_count = False


def see(address: str, **headers: str) -> Seen:
    """Open a list page."""
    response: Any = Client(headers=headers).get(address)
    html = response.content.decode()
    reader = _Reader()
    reader.feed(html)
    total = _COUNT.search(response.content)
    return Seen(
        status=response.status_code,
        html=html,
        total=int(total[1]) if total else -1,
        products=reader.products,
        counts=reader.counts,
        chosen=reader.chosen,
        notes=list((response.context or {}).get("notes") or []) if response.context is not None else [],
        stars=reader.stars,
        links=reader.links,
        response=response,
    )
