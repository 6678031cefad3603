"""A demo site as visitors meet it, and the machine's Chromium in front of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

# Playwright keeps a loop running in this thread, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

import pytest
from django.core.management import get_commands
from django.db import connection
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.tooling.processes import ROOT, free_port, serve_command, started, wait_for

#: What `make run` loads, in its order.
LOADERS = ("load_reference", "load_public_records", "load_pages", "load_demo", "draw_art")
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def site(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demo site from a database of its own, by the command that people use."""
    assert connection.vendor == "sqlite", "make test-browser leaves DATABASE_URL out"
    folder = tmp_path_factory.mktemp("site")
    shutil.copyfile(connection.settings_dict["NAME"], folder / "site.sqlite3")
    port, log = free_port(), folder / "log"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.development",
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DEMO": "1",
    }
    for command in ["createcachetable", *(name for name in LOADERS if name in get_commands())]:
        subprocess.run(
            [sys.executable, "manage.py", command],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    with started(*serve_command(port), environment=environment, log=log) as process:
        wait_for(f"http://127.0.0.1:{port}/health/ready", process, 90, log)
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in CHROMIUMS if (found := shutil.which(name))), None)
    assert path, "the browser tests need Chromium: install your system's package chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """An open page with what the browser complained about and asked of others."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors of scripts and policies, and each request that leaves the site."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.text} {message.location.get('url', '')}")

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and f"{parts.scheme}://{parts.netloc}" != self.site:
            self.outside.append(request.url)

    def open(self, path: str) -> int:
        """Go to a path of the site and return its status."""
        answer = self.page.goto(self.site + path, wait_until="networkidle")
        assert answer
        return answer.status

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.fixture
def visit(site: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open a window; a parameter gives its settings, such as the width."""
    settings = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**settings)
    visit = Visit(context.new_page(), site)
    visit.watch()
    yield visit
    context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `make test` leaves it to `make test-browser`."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
