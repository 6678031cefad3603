"""`python -m core.art OUT_DIR` draws all art that does not depend on data."""

import sys
from collections.abc import Sequence
from pathlib import Path

from core.art.static import draw_all


def main(arguments: Sequence[str]) -> int:
    """Write every static file into the folder named by the one argument."""
    if len(arguments) != 1:
        print("usage: python -m core.art OUT_DIR", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in draw_all().items():
        (folder / name).write_text(drawing, encoding="utf-8")
        print(f"{name} {len(drawing.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
