"""A small load client: a bounded number of requests to this machine, each on a connection of its own."""

import itertools
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from benchmarks.tools.servers import Server

#: Two a worker, so that neither worker ever waits for the client.
CLIENTS = 4


def seconds_each(server: Server, addresses: Sequence[str]) -> list[float]:
    """Open the pages one after the other and return how long each took."""
    times = []
    for address in addresses:
        begun = time.perf_counter()
        _open(server, address)
        times.append(time.perf_counter() - begun)
    return times


def requests_a_second(server: Server, addresses: Sequence[str], count: int) -> float:
    """Open `count` pages, the addresses in turn, by several clients at once; return the rate."""
    turn = list(itertools.islice(itertools.cycle(addresses), count))
    with ThreadPoolExecutor(CLIENTS) as clients:
        begun = time.perf_counter()
        list(clients.map(lambda address: _open(server, address), turn))
        return count / (time.perf_counter() - begun)


def _open(server: Server, address: str) -> None:
    status, _body = server.get(address)
    if status != 200:
        sys.exit(f"✗ {address} answered {status}")
