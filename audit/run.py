"""`make audit`: Lighthouse, axe and the HTML validator over the key pages in both languages.

Staff screens, which stand in Wagtail's frame, are looked at by axe alone.

`--site http://…` names a running site, else one is started. `--without-lighthouse` leaves out the slow part.
Ends with 1 when a page is under its marks: Lighthouse 95 in all four, no axe finding, no HTML error.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

from pages import DemoPerson, KeyPage, as_seen, key_pages, private_pages, staff_pages

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MARK = 95
NOINDEX = '<meta name="robots" content="noindex">'
CATEGORIES = {"performance": "speed", "accessibility": "access", "best-practices": "habits", "seo": "seo"}
Findings = dict[str, list[str]]


def tool(*names: str, hint: str) -> str:
    """Return the path of the first of these programs that the machine has."""
    for name in names:
        if found := shutil.which(name):
            return found
    return sys.exit(f"✗ {names[0]} is missing: install {hint}.")


def install_packages() -> None:
    """Install what package-lock.json names, when it is not there or the lock is newer."""
    stamp = HERE / "node_modules" / ".package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime >= (HERE / "package-lock.json").stat().st_mtime:
        return
    print("· installing the audit's own packages", flush=True)
    command = [
        tool("npm", hint="Node 20 with npm"),
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--silent",
    ]
    if subprocess.run(command, cwd=HERE, check=False).returncode:
        sys.exit("✗ npm could not install the audit's packages; its own words are above.")
    stamp.touch()


@contextmanager
def running_site(given: str | None) -> Iterator[str]:
    """Yield the address of the given site, or of one of our own while it is needed."""
    if given:
        yield given.rstrip("/") + "/"
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = f"http://127.0.0.1:{port}/"
    environment = {**os.environ, "SITE_URL": site.rstrip("/"), "PYTHONPATH": ".:site"}
    subprocess.run([sys.executable, "setup/prepare.py"], cwd=ROOT, env=environment, check=True)
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_until_ready(f"{site}health/ready", server)
        yield site
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


def wait_until_ready(address: str, server: "subprocess.Popen[bytes]") -> None:
    """Wait up to two minutes for the site that we started."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    sys.exit("✗ The site did not start.")


def demo_people() -> list[DemoPerson]:
    """Ask our own code who the demo people are; a site elsewhere has the same."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    import django  # noqa: PLC0415  only this question needs the site's own code

    django.setup()
    from core.demo_log_ins import demo_log_ins  # noqa: PLC0415

    found = [one for filler in demo_log_ins for one in filler()]
    return [DemoPerson(one.who, one.login, one.password, one.path) for one in found]


def html_errors(pages: list[KeyPage]) -> Findings:
    """Ask the HTML validator about all pages; it refuses addresses of this machine, so it is handed files."""
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ("--stdout", "--errors-only", "--format", "json")
    with tempfile.TemporaryDirectory() as folder:
        files = {Path(folder) / f"{page.name.replace(' ', '-')}.html": page for page in pages}
        for path, page in files.items():
            path.write_text(as_seen(page), encoding="utf-8")
        command = [tool("java", hint="a Java runtime"), "-jar", str(jar), *options, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        sys.exit(f"✗ The HTML validator failed: {(done.stderr or done.stdout)[-500:]}")
    address_of = {path.name: page.address for path, page in files.items()}
    errors: Findings = defaultdict(list)
    for message in messages:
        address = address_of[message["url"].rsplit("/", 1)[-1]]
        errors[address].append(f"line {message.get('lastLine', '?')}: {message['message']}")
    return errors


def browser_results(pages: list[KeyPage], *, with_lighthouse: bool) -> list[dict[str, Any]]:
    """Measure the pages in Chromium."""
    order = json.dumps(
        {
            "pages": [
                {
                    "address": page.address,
                    "cookies": page.cookies,
                    "lighthouse": with_lighthouse and not page.is_staff,
                    "noindex": bool(page.cookies) or NOINDEX in as_seen(page),
                }
                for page in pages
            ],
        }
    )
    environment = {
        **os.environ,
        "CHROME_PATH": tool("chromium", "chromium-browser", "google-chrome", hint="Chromium"),
    }
    done = subprocess.run(
        [tool("node", hint="Node 20"), "measure.mjs", order],
        cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit("✗ The browser's part of the audit failed; its own words are above.")
    return list(json.loads(done.stdout))


def report(pages: list[KeyPage], results: list[dict[str, Any]], errors: Findings) -> int:
    """Print the table and what lies behind it; return how many pages are under their marks."""
    under = 0
    details = []
    print(
        f"\n{'page':<32}" + "".join(f"{words:>8}" for words in CATEGORIES.values()) + f"{'axe':>6}{'html':>6}"
    )
    for page, result in zip(pages, results, strict=True):
        scores = (result["lighthouse"] or {}).get("scores", {})
        wrong = errors.get(page.address, [])
        cells = "".join(f"{scores.get(category, '-'):>8}" for category in CATEGORIES)
        good = not result["axe"] and not wrong and all(score >= MARK for score in scores.values())
        print(f"{page.name:<32}{cells}{len(result['axe']):>6}{len(wrong):>6}  {'' if good else '✗'}")
        if not good:
            under += 1
            details += [f"\n{page.name}  {page.address}"]
            details += [f"  html  {words}" for words in wrong]
            details += [f"  axe   {one['id']} ({one['look']}): {one['places'][:4]}" for one in result["axe"]]
            details += [f"  light {words}" for words in (result["lighthouse"] or {}).get("faults", [])]
    print("\n".join(details))
    return under


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", help="address of a running site")
    parser.add_argument("--without-lighthouse", action="store_true")
    options = parser.parse_args()
    install_packages()
    with running_site(options.site) as site:
        people = demo_people()
        pages = key_pages(site) + private_pages(site, people)
        errors = html_errors(pages)
        pages += staff_pages(site, people)
        results = browser_results(pages, with_lighthouse=not options.without_lighthouse)
    under = report(pages, results, errors)
    if under:
        sys.exit(f"✗ {under} of {len(pages)} pages are under their marks.")
    print(f"✓ All {len(pages)} pages keep their marks.")


if __name__ == "__main__":
    main()
