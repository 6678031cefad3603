"""How many times as many pages a second as a plain Oscar shop: the list with all facets, a product's page.

    DATABASE_URL=postgres://… make bench ARGS=plain_shop

Both run in the same minutes under gunicorn with two workers over PostgreSQL, debugging off, templates cached,
page caches off, in alternating rounds. The peer is stock django-oscar in a project and databases of its own
(`benchmarks/peers/plain_shop`); its list is Oscar's template over `browsable().base_queryset()`, 20 a page.
Sizes: BENCH_PRODUCTS, BENCH_ROUNDS, BENCH_REQUESTS (each round and page).
"""

import os
import statistics
import sys
from contextlib import ExitStack

from benchmarks.peers.run import peer_with
from benchmarks.tools.load import requests_a_second
from benchmarks.tools.pages import list_addresses, product_addresses
from benchmarks.tools.site import empty_site, site_with

PRODUCTS = int(os.environ.get("BENCH_PRODUCTS", "10000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "120"))
MARKS = {"list": 5.0, "product": 3.0}


def main() -> None:
    with ExitStack() as stack:
        like = stack.enter_context(empty_site())
        ours = stack.enter_context(site_with(PRODUCTS, like))
        peer = stack.enter_context(peer_with(PRODUCTS))
        pages = {
            "list": (list_addresses(ours), [f"/catalogue/?page={number}" for number in range(1, 25)]),
            "product": (product_addresses(ours), peer.products),
        }
        missed = []
        print(f"{PRODUCTS:,} products, pages a second, median of {ROUNDS} rounds of {REQUESTS}")
        for name, (our_addresses, peer_addresses) in pages.items():
            rates: dict[str, list[float]] = {"ours": [], "peer": []}
            for round_number in range(ROUNDS + 1):
                found = {
                    "ours": requests_a_second(ours, our_addresses, REQUESTS),
                    "peer": requests_a_second(peer.server, peer_addresses, REQUESTS),
                }
                # The first round fills what each process keeps.
                if round_number:
                    for who, rate in found.items():
                        rates[who].append(rate)
            median = {who: statistics.median(each) for who, each in rates.items()}
            ratio = median["ours"] / median["peer"]
            print(
                f"{name:>8}: ours {median['ours']:6.1f}, plain Oscar {median['peer']:6.1f}, "
                f"ratio {ratio:.1f} (mark: {MARKS[name]:.0f})"
            )
            if ratio < MARKS[name]:
                missed.append(name)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
