"""`make check`: all checks, two at a time; the words of those that fail come at the end."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable

#: Production settings as they must be to start; nothing here is a secret and no server is asked.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "DJANGO_SECRET_KEY": "make-check-only-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "ocop.example",
    "SITE_URL": "https://ocop.example",
    "DEMO": "0",
}


@dataclass(frozen=True)
class Check:
    """One command that says nothing worth reading when all is well."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What came of a check."""

    check: Check
    passed: bool
    seconds: float
    words: str


def templates() -> list[str]:
    """List the templates that djhtml keeps in order."""
    return [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("[a-z]*/**/templates/**/*.html"))]


def checks(scratch: Path) -> list[Check]:
    """List the checks, the long ones first so that two cores end together."""
    database = {"DATABASE_URL": f"sqlite:///{scratch}/check.sqlite3"}
    manage = (PYTHON, "manage.py")
    ruff = (PYTHON, "-m", "ruff")
    # What they import is checked above; alone they need neither Django nor a minute.
    alone = ["--config-file=", "--strict", "--ignore-missing-imports", "--follow-imports=skip"]
    imports = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return [
        # With PYTHONPATH set, mypy reads the rooms twice and loses what pyproject.toml says of single ones.
        Check(
            "mypy",
            (PYTHON, "-m", "mypy"),
            {"DJANGO_SETTINGS_MODULE": "config.settings.test", "PYTHONPATH": ""},
        ),
        Check("mypy of setup/", (PYTHON, "-m", "mypy", *alone, "setup")),
        Check("migrations complete", (*manage, "makemigrations", "--check", "--dry-run"), database),
        Check(
            "production settings",
            (*manage, "check", "--deploy", "--fail-level", "WARNING"),
            database | PRODUCTION,
        ),
        Check("translations complete", (*manage, "check_translations"), database),
        Check("imports go one way", (PYTHON, "-c", imports)),
        Check("ruff check", (*ruff, "check", "--quiet", "--output-format", "concise", ".")),
        Check("ruff format", (*ruff, "format", "--check", "--output-format", "concise", ".")),
        Check("templates in order", (PYTHON, "-m", "djhtml", "--check", *templates())),
    ]


def carry_out(check: Check) -> Outcome:
    """Run one check."""
    begun = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": ".:site", **check.environment}
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    outcome = Outcome(
        check, done.returncode == 0, time.monotonic() - begun, (done.stdout + done.stderr).strip()
    )
    print(f"{'✓' if outcome.passed else '✗'} {check.name:<24} {outcome.seconds:5.1f} s", flush=True)
    return outcome


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = list(pool.map(carry_out, checks(Path(scratch))))
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failed:
        print(f"\n── {outcome.check.name} ──\n{outcome.words[-6000:]}")
    if failed:
        names = ", ".join(outcome.check.name for outcome in failed)
        sys.exit(f"\n✗ {len(failed)} of {len(outcomes)} checks failed: {names}")
    print(f"All {len(outcomes)} checks passed.")


if __name__ == "__main__":
    main()
