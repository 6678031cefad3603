"""The one style sheet that pages link is current, small and sound."""

import gzip
import re

import pytest

from core import stylesheets


def test_the_committed_bundle_is_current() -> None:
    committed = stylesheets.BUNDLE.read_text(encoding="utf-8")

    assert committed == stylesheets.bundle(), "run `python -m core.stylesheets` and commit site.css"


def test_the_bundle_is_small() -> None:
    compressed = gzip.compress(stylesheets.bundle().encode(), 9)

    assert len(compressed) <= 12_000


@pytest.mark.parametrize(
    ("css", "shrunk"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("/* why */ a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"),
        ('a::before { content: "{ ; }  /* kept */"; }', 'a::before{content:"{ ; }  /* kept */"}'),
        (".card :focus { color: red; }", ".card :focus{color:red}"),
        (
            "@media (min-width: 60rem) { a, b { margin: 0 auto; } }",
            "@media (min-width:60rem){a,b{margin:0 auto}}",
        ),
    ],
)
def test_shrinks_without_changing_the_meaning(css: str, shrunk: str) -> None:
    assert stylesheets.shrink(css) == shrunk


def test_braces_are_balanced_in_every_source() -> None:
    for source in stylesheets.sources():
        text = re.sub(r'"[^"\n]*"', "", source.read_text(encoding="utf-8"))

        assert text.count("{") == text.count("}"), source.name


def test_every_picture_that_the_bundle_names_exists() -> None:
    named = re.findall(r'url\("([^"]+)"\)', stylesheets.bundle())

    missing = [name for name in named if not (stylesheets.FOLDER / name).is_file()]
    assert not missing


def test_nothing_is_fetched_from_another_site() -> None:
    assert not re.search(r"https?:|@import|//", stylesheets.bundle())
