"""Generations of what public pages show: whoever saves such a thing begins a new one after the commit.

They live in the shared cache (database or Redis), never in one process alone, and are part of the key under
which a page is stored. A lost generation is replaced by a new random one, so an old page never comes back.
"""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.core.cache import cache
from django.db import transaction

#: Products, producers, certificates, places, sets, prices and stock.
CATALOGUE = "catalogue"
#: Pages, menus, settings, texts.
SITE = "site"
TOPICS = (CATALOGUE, SITE)

#: What was read for the page that is being drawn; None outside of `read_once`.
_held: ContextVar[dict[str, str] | None] = ContextVar("generations", default=None)


def _key(topic: str) -> str:
    return f"generation:{topic}"


def bump(topic: str) -> None:
    """Begin a new generation of `topic` once the current transaction is committed."""
    transaction.on_commit(partial(_begin, topic))


def _begin(topic: str) -> None:
    cache.set(_key(topic), secrets.token_hex(6), timeout=None)
    if (held := _held.get()) is not None:
        held.clear()


def current(topics: Sequence[str] = TOPICS) -> str:
    """Return the generations of these topics as one text, in one read of the cache."""
    held = _held.get()
    if held is None:
        found = _read(topics)
    else:
        if not held:
            held.update(_read(TOPICS))
        found = held
    return "-".join(found[topic] for topic in topics)


@contextmanager
def read_once() -> Iterator[None]:
    """Let all that is asked within, on the way to one page, see the same generations, read once.

    What is drawn later may be newer than these. That is the safe side: it is kept under generations that have
    ended, so nobody meets it again.
    """
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def _read(topics: Sequence[str]) -> dict[str, str]:
    found = cache.get_many([_key(topic) for topic in topics])
    for topic in topics:
        if _key(topic) not in found:
            cache.add(_key(topic), secrets.token_hex(6), timeout=None)
            found[_key(topic)] = cache.get(_key(topic))
    return {topic: str(found[_key(topic)]) for topic in topics}
