"""Texts of pages as files: a head of `name: value` lines, a blank line, then the body.

The body knows `## heading`, paragraphs, `- ` lists and `+ step | time limit | text`; blank lines part them.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "data"


class BrokenTextError(ValueError):
    """A text file cannot be read; the message names it."""


@dataclass(frozen=True)
class PageText:
    """One page in one language."""

    key: str
    language: str
    title: str
    slug: str
    description: str
    introduction: str = ""
    body: list[dict[str, Any]] = field(default_factory=list)


def read_texts(folder: str) -> dict[str, dict[str, PageText]]:
    """Return the texts of `cms/data/<folder>` by key and language, in the order of their file names.

    Raises:
        BrokenTextError: A file lacks a title, slug or description, or a key lacks a language.
    """
    texts: dict[str, dict[str, PageText]] = {}
    for path in sorted((DATA / folder).glob("*.md")):
        text = read_text(path)
        texts.setdefault(text.key, {})[text.language] = text
    for key, languages in texts.items():
        if set(languages) != {"vi", "en"}:
            raise BrokenTextError(
                f"{folder}/{key}: wanted in vi and en, found {', '.join(sorted(languages))}"
            )
    return texts


def read_text(path: Path) -> PageText:
    """Read `<number>-<key>.<language>.md`."""
    key, language = path.name.removesuffix(".md").split("-", 1)[1].rsplit(".", 1)
    head, _blank, body = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    missing = {"title", "slug", "description"} - set(facts)
    if missing:
        raise BrokenTextError(f"{path.name}: no {', '.join(sorted(missing))}")
    return PageText(
        key=key,
        language=language,
        title=facts["title"],
        slug=facts["slug"],
        description=facts["description"],
        introduction=facts.get("introduction", ""),
        body=list(blocks_of(body)),
    )


def blocks_of(body: str) -> Iterator[dict[str, Any]]:
    """Turn the body into blocks of `cms.blocks.TextBlock`, in the form that the database stores."""
    rich: list[str] = []
    for part in body.split("\n\n"):
        lines = part.strip().splitlines()
        if not lines:
            continue
        if lines[0].startswith(("## ", "+ ")):
            yield from _flush(rich)
            rich = []
            yield _heading(lines[0]) if lines[0].startswith("## ") else _steps(lines)
        elif lines[0].startswith("- "):
            rich.append("<ul>" + "".join(f"<li>{html.escape(line[2:])}</li>" for line in lines) + "</ul>")
        else:
            rich.append(f"<p>{html.escape(' '.join(lines))}</p>")
    yield from _flush(rich)


def _flush(rich: list[str]) -> Iterator[dict[str, Any]]:
    if rich:
        yield {"type": "text", "value": "".join(rich)}


def _heading(line: str) -> dict[str, Any]:
    return {"type": "heading", "value": line.removeprefix("## ")}


def _steps(lines: list[str]) -> dict[str, Any]:
    steps = []
    for line in lines:
        title, limit, text = (part.strip() for part in line.removeprefix("+ ").split("|"))
        steps.append({"title": title, "limit": limit, "text": text})
    return {"type": "steps", "value": {"steps": steps}}
