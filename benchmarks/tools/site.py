"""Our site as in production, over a database of a benchmark; only the page cache is off."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.tools.databases import analyse, database
from benchmarks.tools.servers import Server, running

ROOT = Path(__file__).resolve().parents[2]
#: Beside the tests' number 0, so that neither ends the other's generations.
REDIS_NUMBER = 9


def environment(url: str) -> dict[str, str]:
    """Return the variables of a production site."""
    redis = os.environ.get("REDIS_URL", "")
    return {
        **os.environ,
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "benchmarks.tools.settings",
        "DJANGO_SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": "http://127.0.0.1",
        "SECURE_SSL_REDIRECT": "0",
        "PUBLIC_PAGE_CACHE": "0",
        "DEMO": "0",
        "DATABASE_URL": url,
        "REDIS_URL": f"{redis.rsplit('/', 1)[0]}/{REDIS_NUMBER}" if redis else "",
        "ELASTICSEARCH_URL": "",
    }


def manage(url: str, *words: str) -> None:
    """Run a command of manage.py; its own words are shown only when it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT, env=environment(url), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"✗ manage.py {' '.join(words)}\n{done.stdout}{done.stderr}")


@contextmanager
def empty_site() -> Iterator[str]:
    """Make a database with every table, the units and the 26 sets, and no product; yield its address."""
    with database("site") as url:
        manage(url, "migrate", "-v0")
        manage(url, "createcachetable")
        manage(url, "load_reference")
        yield url


@contextmanager
def site_with(products: int, like: str) -> Iterator[Server]:
    """Run the site over a copy of an empty one, filled with that many invented products."""
    with database(f"site_{products}", like) as url:
        manage(url, "load_synthetic", "--products", str(products), "--producers", str(max(1, products // 20)))
        analyse(url)
        command: Mapping[str, str] = environment(url)
        with running("config.wsgi", command, ROOT) as server:
            yield server
