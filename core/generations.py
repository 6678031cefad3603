"""Generations of what public pages show: whoever saves such a thing begins a new one after the commit.

They live in the shared cache (database or Redis), never in one process alone, and are part of the key under
which a page is stored. A lost generation is replaced by a new random one, so an old page never comes back.
"""

import secrets
from collections.abc import Sequence
from functools import partial

from django.core.cache import cache
from django.db import transaction

#: Products, producers, certificates, places, sets, prices and stock.
CATALOGUE = "catalogue"
#: Pages, menus, settings, texts.
SITE = "site"
TOPICS = (CATALOGUE, SITE)


def _key(topic: str) -> str:
    return f"generation:{topic}"


def bump(topic: str) -> None:
    """Begin a new generation of `topic` once the current transaction is committed."""
    transaction.on_commit(partial(_begin, topic))


def _begin(topic: str) -> None:
    cache.set(_key(topic), secrets.token_hex(6), timeout=None)


def current(topics: Sequence[str] = TOPICS) -> str:
    """Return the generations of these topics as one text, in one read of the cache."""
    found = cache.get_many([_key(topic) for topic in topics])
    for topic in topics:
        if _key(topic) not in found:
            cache.add(_key(topic), secrets.token_hex(6), timeout=None)
            found[_key(topic)] = cache.get(_key(topic))
    return "-".join(str(found[_key(topic)]) for topic in topics)
