"""How the list's slowest pages grow with the catalogue: p95 at 10,000 products over p95 at 1,000.

    DATABASE_URL=postgres://… make bench ARGS=list_growth

Runs our site twice as in production, page cache off, over two PostgreSQL databases, and opens the same pages
of both in turn. Sizes: BENCH_SMALL, BENCH_LARGE (products), BENCH_ROUNDS.
"""

import os
import statistics
import sys
from contextlib import ExitStack

from benchmarks.tools.load import seconds_each
from benchmarks.tools.pages import list_addresses
from benchmarks.tools.site import empty_site, site_with

SMALL = int(os.environ.get("BENCH_SMALL", "1000"))
LARGE = int(os.environ.get("BENCH_LARGE", "10000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "12"))
#: The large catalogue's p95 must stay below this many times the small one's.
MARK = 2.0


def main() -> None:
    with ExitStack() as stack:
        like = stack.enter_context(empty_site())
        servers = {size: stack.enter_context(site_with(size, like)) for size in (SMALL, LARGE)}
        addresses = {size: list_addresses(server) for size, server in servers.items()}
        times: dict[int, list[float]] = {size: [] for size in servers}
        for round_number in range(ROUNDS + 1):
            for size, server in servers.items():
                measured = seconds_each(server, addresses[size])
                # The first round fills what each process keeps.
                if round_number:
                    times[size] += measured
        p95 = {size: statistics.quantiles(found, n=20)[-1] * 1000 for size, found in times.items()}
    for size, found in times.items():
        print(f"{size:>7,} products: p50 {statistics.median(found) * 1000:6.1f} ms, p95 {p95[size]:6.1f} ms")
    ratio = p95[LARGE] / p95[SMALL]
    print(f"p95 grows {ratio:.2f} times ({LARGE // SMALL} times the products; mark: below {MARK})")
    sys.exit(ratio >= MARK)


if __name__ == "__main__":
    main()
