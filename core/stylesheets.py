"""Join the style sheets of `site/static/css/` into the one file that pages link.

The sources are one file per component, which is good to work in and slow to load.
`python -m core.stylesheets` writes `site/static/css/site.css`; the file is committed, and a test says when
it is out of date.
"""

import re
import sys
from pathlib import Path, PurePosixPath

FOLDER = Path(__file__).resolve().parents[1] / "site" / "static" / "css"
BUNDLE = FOLDER / "site.css"
LAYERS = "@layer reset, tokens, base, layout, components, pages;"

# A string, a comment, or anything else up to the next of either.
_PIECES = re.compile(r"""("[^"\n]*"|'[^'\n]*')|(/\*.*?\*/)""", re.DOTALL)
_RELATIVE_ADDRESS = re.compile(r"""url\("(?!/|data:|https?:)([^"]+)"\)""")


def sources() -> list[Path]:
    """List the style sheets in the order in which they are joined."""
    first = [FOLDER / name for name in ("tokens.css", "base.css", "layout.css")]
    return [*first, *sorted((FOLDER / "components").glob("*.css")), *sorted((FOLDER / "pages").glob("*.css"))]


def shrink(css: str) -> str:
    """Take out comments and the space that only readers need; text in quotes stays as it is."""
    kept: list[str] = []
    position = 0
    for match in _PIECES.finditer(css):
        kept += [_squeeze(css[position : match.start()]), match.group(1) or ""]
        position = match.end()
    kept.append(_squeeze(css[position:]))
    return re.sub(r";(?=\})", "", "".join(kept)).strip()


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    return re.sub(r"(?<=[\w)-]): ", ":", css)


def _rebase(css: str, source: Path) -> str:
    """Rewrite the addresses of pictures, relative to the source, so that they hold for the bundle."""
    depth = len(source.relative_to(FOLDER).parts) - 1

    def moved(match: re.Match[str]) -> str:
        steps = list(PurePosixPath(match.group(1)).parts)
        if steps[:depth] != [".."] * depth:
            raise ValueError(f"{source.name}: {match.group(1)} does not lead out of its folder")
        return f'url("{"/".join(steps[depth:])}")'

    return _RELATIVE_ADDRESS.sub(moved, css) if depth else css


def bundle() -> str:
    """Return the text of the one style sheet."""
    parts = [shrink(_rebase(source.read_text(encoding="utf-8"), source)) for source in sources()]
    return "\n".join([LAYERS, *parts]) + "\n"


def main() -> int:
    """Write the bundle and say how large it is."""
    text = bundle()
    BUNDLE.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{BUNDLE.name}: {len(text.encode()):,} bytes from {len(sources())} files\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
