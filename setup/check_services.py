"""Say which real servers the tests will meet; with SERVICES_REQUIRED=1 a missing one ends the run."""

import os
import socket
import sys
from urllib.parse import urlsplit

#: Variable, what it names, and the port meant when the address has none.
SERVERS = (
    ("DATABASE_URL", "PostgreSQL", 5432),
    ("REDIS_URL", "Redis", 6379),
    ("ELASTICSEARCH_URL", "Elasticsearch", 9200),
    ("STRIPE_API_BASE", "stripe-mock", 12111),
)


def trouble_with(variable: str, name: str, usual_port: int) -> str:
    """Return why this server cannot be used, or nothing."""
    url = os.environ.get(variable, "")
    if not url:
        return f"{variable} is not set"
    parts = urlsplit(url)
    if name == "PostgreSQL" and not parts.scheme.startswith("postgres"):
        return f"{variable} names no PostgreSQL"
    try:
        socket.create_connection((parts.hostname or "127.0.0.1", parts.port or usual_port), timeout=5).close()
    except OSError as error:
        return f"{variable} does not answer: {error.strerror or error}"
    return ""


def main() -> None:
    troubles = {name: trouble_with(variable, name, port) for variable, name, port in SERVERS}
    for name, trouble in troubles.items():
        print(f"{'✗' if trouble else '✓'} {name:<14} {trouble}")
    missing = [name for name, trouble in troubles.items() if trouble]
    if missing and os.environ.get("SERVICES_REQUIRED") == "1":
        sys.exit(f"✗ SERVICES_REQUIRED=1 and there is no {', no '.join(missing)}.")


if __name__ == "__main__":
    main()
