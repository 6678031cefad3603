"""`make bench`: run the benchmarks one after the other; each prints its ratio and its mark."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    wanted = sys.argv[1:]
    found = [
        path for path in sorted((ROOT / "benchmarks").glob("[a-z]*.py")) if not wanted or path.stem in wanted
    ]
    if not found:
        sys.exit(f"✗ There is no benchmark named {' or '.join(wanted) or 'anything'} in benchmarks/.")
    failed = []
    for number, path in enumerate(found, 1):
        print(f"── {path.stem} ({number} of {len(found)}) ──", flush=True)
        begun = time.monotonic()
        environment = {**os.environ, "PYTHONPATH": ".:site"}
        if subprocess.run([sys.executable, path], cwd=ROOT, env=environment, check=False).returncode:
            failed.append(path.stem)
        print(f"   {time.monotonic() - begun:.0f} s\n", flush=True)
    if failed:
        sys.exit(f"✗ Under their mark: {', '.join(failed)}")


if __name__ == "__main__":
    main()
