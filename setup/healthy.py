"""For containers: end with 0 when this one is well: `healthy.py web` or `healthy.py worker`.

The question is put as the proxy would put it, since production settings refuse foreign hosts and plain http.
"""

import os
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

HEARTBEAT = Path(__file__).resolve().parents[1] / "var" / "worker.alive"
HEARTBEAT_MAX_SECONDS = 120
ADDRESS = "http://127.0.0.1:8000/health/ready"


def main() -> None:
    if sys.argv[1:] == ["worker"]:
        sys.exit(time.time() - HEARTBEAT.stat().st_mtime > HEARTBEAT_MAX_SECONDS)
    site = urlsplit(os.environ["SITE_URL"])
    headers = {"Host": site.netloc, "X-Forwarded-Proto": "https"}
    question = urllib.request.Request(ADDRESS, headers=headers)
    with urllib.request.urlopen(question, timeout=5) as answer:  # noqa: S310
        sys.exit(answer.status != 200)


if __name__ == "__main__":
    main()
