"""Sets up and runs a plain django-oscar shop of the version locked here."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tools.databases import analyse, database
from benchmarks.tools.servers import Server, running

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Peer:
    """A running shop and addresses of some of its products."""

    server: Server
    products: list[str]


@contextmanager
def peer_with(products: int) -> Iterator[Peer]:
    """Run a plain shop with that many products; nothing of our settings or rooms is within its reach."""
    with database(f"peer_{products}") as url, tempfile.TemporaryDirectory(prefix="plain-shop-") as media:
        environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if name in {"PATH", "HOME", "LANG", "TMPDIR"}
            },
            "PYTHONPATH": str(FOLDER),
            "DJANGO_SETTINGS_MODULE": "plain_shop.settings",
            "DATABASE_URL": url,
            "PLAIN_SHOP_MEDIA": media,
        }
        loaded = subprocess.run(
            [sys.executable, "-m", "plain_shop.load", str(products)],
            cwd=FOLDER, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if loaded.returncode:
            sys.exit(f"✗ The plain shop was not filled.\n{loaded.stderr[-4_000:]}")
        analyse(url)
        with running("plain_shop.wsgi", environment, FOLDER) as server:
            yield Peer(server, loaded.stdout.split())
