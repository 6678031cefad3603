"""The look-up of a unit beside a plain scan of all names, both in the same run.

    DATABASE_URL=postgres://… make bench ARGS=regions_lookup

Over a database of its own into which the reference data is loaded. The time of one machine says little; the
ratio and what each of the two finds say more: a scan knows no text without marks and no district beside a
commune.
"""

import os
import statistics
import time
from collections.abc import Callable, Sized
from typing import Any
from unittest.mock import patch

import django

from benchmarks.tools.site import empty_site, environment

TEXTS = (
    "Bình Minh",
    "binh minh bu dang",
    "Lộc Thành",
    "loc thanh",
    "Bù Đăng",
    "tan",
    "t",
    "Phường 1",
    "không có",
)


def scan(text: str) -> list[Any]:
    """Look the text up the plain way, among today's and former names."""
    from regions.models import OldCommune, Unit

    found = list(Unit.objects.select_related("province").filter(name__icontains=text)[:10])
    former = OldCommune.objects.prefetch_related("units__province").filter(name__icontains=text)[:10]
    return [*found, *(unit for old in former for unit in old.units.all())][:10]


def measure(look_up: Callable[[str], Sized], text: str) -> tuple[float, int]:
    """Return the median of eleven runs in milliseconds and how many units were found."""
    times, found = [], 0
    for _ in range(11):
        start = time.perf_counter()
        found = len(look_up(text))
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000, found


def main() -> None:
    with empty_site() as url:
        with patch.dict(os.environ, environment(url)):
            django.setup()
        compare()


def compare() -> None:
    """Look every text up both ways and print the ratios."""
    from regions.queries import find_units

    ratios = []
    for text in TEXTS:
        (ours, found), (plain, scanned) = measure(find_units, text), measure(scan, text)
        ratios.append(plain / ours)
        print(f"{text:<18} {ours:5.1f} ms finds {found:2}, scan {plain:5.1f} ms finds {scanned:2}")
    print(f"ratio scan / look-up: median {statistics.median(ratios):.1f}, least {min(ratios):.1f}")


if __name__ == "__main__":
    main()
