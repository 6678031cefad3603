"""Databases that live as long as a benchmark, on the PostgreSQL server of `DATABASE_URL`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


def server() -> str:
    """Return the address of the server's database, or end with one line that says what is missing."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith(("postgres://", "postgresql://")):
        sys.exit("✗ Not measured: DATABASE_URL must name a PostgreSQL server on which databases can be made.")
    return url


@contextmanager
def database(name: str, like: str = "") -> Iterator[str]:
    """Make a database, empty or a copy of the one at the address `like`, and drop it in the end.

    Yields:
        Its address.
    """
    full = f"bench_{os.getpid()}_{name}"
    identifier = sql.Identifier(full)
    with psycopg.connect(server(), autocommit=True) as connection:
        made = sql.SQL("CREATE DATABASE {}").format(identifier)
        if like:
            made += sql.SQL(" TEMPLATE {}").format(sql.Identifier(urlsplit(like).path.lstrip("/")))
        connection.execute(made)
    try:
        yield urlunsplit(urlsplit(server())._replace(path=f"/{full}"))
    finally:
        with psycopg.connect(server(), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(identifier))


def analyse(url: str) -> None:
    """Let the planner know the tables, as the server does by itself after a while."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
