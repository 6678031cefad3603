"""The documents say what is true: links lead somewhere, and named commands exist."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
PAPERS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("paper", PAPERS, ids=ids)
def test_links_lead_to_files(paper):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", paper.read_text(encoding="utf-8"))

    assert [link for link in links if "://" not in link and not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=ids)
def test_named_commands_exist(paper):
    text = paper.read_text(encoding="utf-8")
    shell = [
        line.split("#")[0]
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        for line in block.splitlines()
    ]
    code = "\n".join([*re.findall(r"`([^`\n]+)`", text), *shell])
    made = {word for words in re.findall(r"\bmake ((?:[a-z-]+ ?)+)", code) for word in words.split()}
    managed = set(re.findall(r"manage\.py ([a-z_]+)", code)) - {"help"}

    assert made <= TARGETS
    assert managed <= set(get_commands())


def test_every_decision_says_what_why_and_what_follows():
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert len(decisions) >= 5
    for number, path in enumerate(decisions, 1):
        text = path.read_text(encoding="utf-8")
        assert path.name.startswith(f"{number:04d}-")
        for part in ("**Decision.**", "**Why.**", "**What follows.**"):
            assert part in text, f"{path.name} has no {part}"


def test_make_alone_lists_the_commands_for_people():
    listed = set(
        re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert {"run", "test", "test-services", "test-browser", "check", "audit", "bench", "lock"} <= listed
