"""`make run` as a newcomer types it: in a fresh clone, and where it cannot work, with one clear line."""

import os
import re
import signal
import socket
import stat
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.tooling.processes import ROOT, free_port, members_of, page_of, started, wait_for

FIRST_START_SECONDS = 180
LATER_START_SECONDS = 5


@pytest.fixture
def clean_environment() -> dict[str, str]:
    """Leave out what would lead the clone to other servers or into this environment."""
    ours = (
        "DATABASE_URL",
        "REDIS_URL",
        "ELASTICSEARCH_URL",
        "STRIPE_",
        "VIRTUAL_ENV",
        "PYTHONPATH",
        "DJANGO_",
        "MAKE",
    )
    return {
        name: value for name, value in os.environ.items() if not name.startswith(ours) and name != "MFLAGS"
    }


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", f"file://{ROOT}", folder], check=True)
    return folder


def one_line_of(done: subprocess.CompletedProcess[str]) -> str:
    """Return what the person reads, without make's own closing line."""
    assert done.returncode != 0
    lines = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("make")]
    assert len(lines) == 1, lines
    return lines[0]


def make_run(folder: Path, environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "run", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def links_of(html: str, pattern: str) -> list[str]:
    return [urlsplit(link).path for link in re.findall(r'href="([^"]+)"', html) if re.search(pattern, link)]


def english_of(html: str) -> str:
    """Return the English path of a page, which the page names itself."""
    tag = next(tag for tag in re.findall(r"<link\b[^>]*>", html) if 'hreflang="en"' in tag)
    return urlsplit(re.search(r'href="([^"]+)"', tag)[1]).path


def certified_product(site: str) -> tuple[str, str, str]:
    for path in links_of(page_of(f"{site}/san-pham/?stars=3&stars=4&stars=5"), r"/san-pham/[a-z0-9-]+-\d+/$"):
        html = page_of(site + path)
        certificates, producers = (
            links_of(html, r"/chung-nhan/\w{8}/$"),
            links_of(html, r"/chu-the/[a-z0-9-]+/$"),
        )
        if certificates and producers:
            return path, certificates[0], producers[0]
    pytest.fail("no product on the list leads to a certificate and a producer")


@pytest.mark.fresh_clone
def test_a_fresh_clone_shows_every_kind_of_page_in_both_languages(clone, clean_environment, tmp_path):
    port, log = free_port(), tmp_path / "log"
    site = f"http://127.0.0.1:{port}"
    command = ["make", "run", f"PORT={port}"]

    with started(*command, folder=clone, environment=clean_environment, log=log) as process:
        begun = time.monotonic()
        wait_for(f"{site}/health/ready", process, 600, log)
        first = time.monotonic() - begun
        product, certificate, producer = certified_product(site)
        for path in ("/", "/san-pham/", product, certificate, producer):
            html = page_of(site + path)
            assert '<html lang="vi"' in html
            assert '<html lang="en"' in page_of(site + english_of(html))
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
        assert members_of(process.pid) == []

    with started(*command, folder=clone, environment=clean_environment, log=log) as process:
        begun = time.monotonic()
        wait_for(f"{site}/health/ready", process, 60, log)
        later = time.monotonic() - begun
        assert f"{site}/en/" in log.read_text()

    print(f"first start {first:.0f} s, later start {later:.1f} s")
    assert first < FIRST_START_SECONDS
    assert later < LATER_START_SECONDS
    assert (
        subprocess.run(["git", "status", "--porcelain"], cwd=clone, capture_output=True, check=True).stdout
        == b""
    )


def test_a_taken_port_is_told_before_anything_is_installed(clone, clean_environment):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        line = one_line_of(make_run(clone, clean_environment, f"PORT={port}"))

    assert f"Port {port} is taken" in line
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1"])
def test_a_port_that_is_none_is_told(clone, clean_environment, port):
    assert "is no port" in one_line_of(make_run(clone, clean_environment, f"PORT={port}"))


def test_an_old_python_is_told(clone, clean_environment, tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2\nexit 1\n')
    old.chmod(old.stat().st_mode | stat.S_IXUSR)

    line = one_line_of(make_run(clone, clean_environment, f"PYTHON={old}"))

    assert "needs Python 3.11 or newer" in line
    assert "Python 3.9.2" in line


def test_a_folder_that_is_not_writable_is_told(clone, clean_environment):
    """The administrator may write anywhere, so as root the clone is made immutable by other means."""
    if os.geteuid() == 0:
        command = [
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "make",
            "run",
            f"PORT={free_port()}",
        ]
        for folder in clone.parents:
            if folder.name.startswith(("pytest-", "popen-", "test_")):
                folder.chmod(0o755)
        clean_environment["GIT_CONFIG_COUNT"] = "0"
    else:
        command = ["make", "run", f"PORT={free_port()}"]
    clone.chmod(0o555)

    done = subprocess.run(
        command, cwd=clone, env=clean_environment, capture_output=True, text=True, timeout=60, check=False
    )
    clone.chmod(0o755)

    assert "is not writable" in one_line_of(done)
