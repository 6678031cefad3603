"""Which pages of ours are opened: the list in every way that people use it, and products found on it."""

import gzip
import re

from benchmarks.tools.servers import Server

LIST = "/san-pham/"
_PRODUCT = re.compile(r'href="(/san-pham/[a-z0-9-]+-\d+/)"')
_BOX = re.compile(r'name="(unit|district|producer|set)" value="([^"]+)"')
FILTERS = (
    "",
    "page=2",
    "page=9",
    "sort=price",
    "sort=newest&page=3",
    "branch=I",
    "branch=I&stars=4&stars=5",
    "stars=3",
    "in_stock=1&price_to=200000",
    "price_from=50000&price_to=300000&sort=-price",
    "set=7&set=8&in_stock=1",
    "branch=II&branch=III&sort=stars",
    "q=hat",
    "q=mat+ong&stars=4",
)


def list_addresses(server: Server) -> list[str]:
    """Return addresses of the list: whole, paged, sorted, filtered by every facet, searched."""
    found = list(dict.fromkeys(_BOX.findall(read(server, LIST))))
    boxes = [f"{name}={value}" for name, value in found[::5]]
    return [f"{LIST}?{query}" if query else LIST for query in (*FILTERS, *boxes[:10])]


def product_addresses(server: Server) -> list[str]:
    """Return addresses of a hundred products from all over the list."""
    found: dict[str, None] = {}
    for page in (1, 3, 5, 8, 13, 19):
        found |= dict.fromkeys(_PRODUCT.findall(read(server, f"{LIST}?page={page}")))
    return list(found)[:100]


def read(server: Server, address: str) -> str:
    """Return the HTML of a page."""
    _status, body = server.get(address)
    return (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode()
