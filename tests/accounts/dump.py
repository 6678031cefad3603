"""All that the site has written anywhere, as one text to search."""

import base64
import contextlib
import json
import pickle
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from django.db import connection


def tables(without: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the contents of every table of the database, each row and column as text."""
    with connection.cursor() as cursor:
        names = [t.name for t in connection.introspection.get_table_list(cursor) if t.type == "t"]
        found = {}
        for name in names:
            if name in without:
                continue
            cursor.execute(f'SELECT * FROM "{name}"')
            found[name] = "\n".join(" | ".join(readable(value) for value in row) for row in cursor.fetchall())
    return found


def readable(value: object) -> str:
    """Write a value so that a name inside it can be found: JSON and sessions without their escapes."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    with contextlib.suppress(ValueError):
        text += json.dumps(json.loads(text), ensure_ascii=False)
    with contextlib.suppress(signing.BadSignature, ValueError):
        session = signing.loads(text, salt="django.contrib.sessions.SessionStore")
        text += json.dumps(session, ensure_ascii=False)
    with contextlib.suppress(Exception):
        text += str(pickle.loads(base64.b64decode(text, validate=True)))
    return text


def files() -> dict[str, str]:
    """Return names and contents of everything under the media and private roots."""
    roots = [Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT)]
    paths = [path for root in roots if root.exists() for path in root.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes().decode("utf-8", "replace") for path in paths}


def cached() -> dict[str, str]:
    """Return what lies in the caches, in this process or in Redis; compressed pages are opened."""
    found = {}
    for alias in settings.CACHES:
        for key, value in _entries(caches[alias]):
            found[f"{alias} {key}"] = _opened(value)
    return found


def _entries(cache: Any) -> Iterator[tuple[str, object]]:
    if isinstance(cache, LocMemCache):
        for key, pickled in cache._cache.items():
            yield key, pickle.loads(pickled)
    elif isinstance(cache, RedisCache):
        client = cache._cache.get_client(None)
        for key in client.scan_iter():
            if (raw := client.get(key)) is not None:
                yield key.decode(), cache._cache._serializer.loads(raw)


def _opened(value: object) -> str:
    parts = value if isinstance(value, (tuple, list)) else [value]
    words = []
    for part in parts:
        plain = part
        with contextlib.suppress(TypeError, zlib.error):
            plain = zlib.decompress(part, wbits=31)
        words.append(plain.decode("utf-8", "replace") if isinstance(plain, bytes) else str(plain))
    return "\n".join(words)


def places_of(strings: list[str], *contents: dict[str, str]) -> dict[str, list[str]]:
    """Return where any of the strings is found, in small and capital letters alike."""
    found: dict[str, list[str]] = {}
    for content in contents:
        for place, text in content.items():
            whole = f"{place}\n{text}".casefold()
            if hits := [string for string in strings if string.casefold() in whole]:
                found[place] = hits
    return found
