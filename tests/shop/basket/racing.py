"""Several processes, each a web worker of its own, change baskets at the same time."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.test import Client

#: Words of the databases for "somebody else is writing".
LOCKED = ("database is locked", "deadlock", "could not serialize")


@dataclass
class Tally:
    """What one process, or all of them, saw."""

    #: Packs put into the shared basket, by product, as the site said.
    added: dict[int, int] = field(default_factory=dict)
    requests: int = 0
    failed: list[str] = field(default_factory=list)
    #: Answers that told a visitor something else than they had just asked for.
    lost: int = 0
    seconds: list[float] = field(default_factory=list)

    def take(self, other: "Tally") -> None:
        for product, packs in other.added.items():
            self.added[product] = self.added.get(product, 0) + packs
        self.requests += other.requests
        self.failed += other.failed
        self.lost += other.lost
        self.seconds += other.seconds

    @property
    def locked(self) -> int:
        return sum(any(word in text for word in LOCKED) for text in self.failed)

    def words(self) -> str:
        times = sorted(self.seconds) or [0.0]
        p50, p99 = (times[int(len(times) * part)] * 1000 for part in (0.5, 0.99))
        return (
            f"{self.requests} requests, {len(self.failed)} failed ({self.locked} locked), {self.lost} lost, "
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms"
        )


class Shopper:
    """One process: a person whose basket all share, and a guest with a basket of their own."""

    def __init__(self, number: int, session: str, products: list[int]) -> None:
        self.random = random.Random(number)
        self.products = products
        self.person = Client(raise_request_exception=False)
        self.person.cookies[settings.SESSION_COOKIE_NAME] = session
        self.guest = Client(raise_request_exception=False)
        self.mine: dict[int, int] = {}
        self.tally = Tally()

    def shop(self, seconds: float) -> Tally:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            step = self.random.random()
            if step < 0.5:
                self.add_to_the_shared()
            elif step < 0.8:
                self.add_to_my_own()
            else:
                self.look_at_my_own()
        return self.tally

    def add_to_the_shared(self) -> None:
        product, packs = self.random.choice(self.products), self.random.randint(1, 2)
        if self.ask(self.person.post, f"/gio-hang/them/{product}/", {"quantity": packs}) is not None:
            self.tally.added[product] = self.tally.added.get(product, 0) + packs

    def add_to_my_own(self) -> None:
        product = self.random.choice(self.products)
        if self.ask(self.guest.post, f"/gio-hang/them/{product}/", {"quantity": 1}) is not None:
            self.mine[product] = self.mine.get(product, 0) + 1

    def look_at_my_own(self) -> None:
        response = self.ask(self.guest.get, "/gio-hang/")
        if response is None:
            return
        basket = response.wsgi_request.basket
        shown = {line.product_id: line.quantity for line in basket.all_lines()}
        self.tally.lost += shown != self.mine

    def ask(self, method: Callable[..., Any], *what: Any) -> Any:
        begun = time.monotonic()
        response = method(*what)
        self.tally.seconds.append(time.monotonic() - begun)
        self.tally.requests += 1
        if response.status_code < 400:
            return response
        error = response.exc_info[1] if getattr(response, "exc_info", None) else response.status_code
        self.tally.failed.append(f"{type(error).__name__}: {error}")
        return None
