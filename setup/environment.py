"""Lay the virtual environment: `environment.py requirements.txt [--port 8000]`.

Runs before anything is installed, so it uses Python's own library only. What was installed is remembered by
the hash of the lock, and nothing is installed again until that changes.
"""

import argparse
import hashlib
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
INSTALLED = VENV / "installed.json"
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"


def fail(message: str) -> None:
    """End with one line that tells what to do."""
    sys.exit(f"✗ {message}")


def port_of(text: str) -> int:
    """Read a port as a person types it."""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        fail(f"PORT={text} is no port: choose a number from 1 to 65535.")
    return int(text)


def check_port(port: int) -> None:
    """Refuse a port that another program listens on, before minutes go into the set-up."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            fail(f"Port {port} is kept for the administrator. Choose another: PORT=8001")
        except OSError:
            fail(f"Port {port} is taken. Stop what uses it, or choose another: PORT={port % 65535 + 1}")


def check_writable() -> None:
    """Refuse a folder where neither the environment nor the database could be laid."""
    for folder in (ROOT, VENV, ROOT / "var"):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            fail(f"The folder {folder} is not writable. Clone into a folder of yours, or mend its rights.")


def hash_of(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def is_current(lock: str) -> bool:
    """Tell whether the environment works and holds what the lock names."""
    try:
        installed = json.loads(INSTALLED.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    works = subprocess.run([PYTHON, "-c", ""], check=False, capture_output=True).returncode == 0
    return works and installed.get(lock) == hash_of(lock)


def run(step: str, *command: str | Path) -> None:
    """Run one step; on failure show what it said and end."""
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-2000:])
        fail(f"{step} did not succeed; its own words are above.")


def lay(lock: str) -> None:
    """Make the environment if it is missing and install the locked packages, each checked by its hash."""
    started = time.monotonic()
    if not PYTHON.exists() or subprocess.run([PYTHON, "-c", ""], check=False, capture_output=True).returncode:
        print("· making the virtual environment .venv", flush=True)
        run(
            "Making .venv (Debian and Ubuntu need the package python3-venv)",
            sys.executable,
            "-m",
            "venv",
            "--clear",
            VENV,
        )
    count = sum("==" in line for line in (ROOT / lock).read_text(encoding="utf-8").splitlines())
    print(
        f"· installing {count} packages of {lock} (minutes on a slow line, only when the list changes)",
        flush=True,
    )
    # The lock names every package, so there is nothing to resolve.
    options = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps")
    run("Installing", PYTHON, "-m", "pip", "install", *options, "--require-hashes", "-r", lock)
    locks = (RUNTIME, DEVELOPMENT) if lock == DEVELOPMENT else (lock,)
    INSTALLED.write_text(
        json.dumps({name: hash_of(name) for name in locks}, indent=1) + "\n", encoding="utf-8"
    )
    print(f"  done in {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", choices=[RUNTIME, DEVELOPMENT])
    parser.add_argument("--port", help="the port the site will use; checked first")
    options = parser.parse_args()
    if options.port is not None:
        check_port(port_of(options.port))
    check_writable()
    if not is_current(options.lock):
        lay(options.lock)


if __name__ == "__main__":
    main()
