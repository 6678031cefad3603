"""Partials that are kept: the same HTML as an include, once for the same arguments and language."""

from dataclasses import dataclass

import pytest
from django.template import Context, Template
from django.utils.translation import override

from core.templatetags import kept


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    is_chosen: bool = False
    stars: int | None = None


SOURCE = '{% load kept %}{% kept_include "components/facet_option.html" option=option name="set" %}'
PLAIN = '{% include "components/facet_option.html" with option=option name="set" only %}'


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    kept._rendered.cache_clear()


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize("label", ["Trà", "<b>&", "“x”"])
def test_gives_what_an_include_gives(label: str) -> None:
    option = Option("7", label, 3)

    assert render(SOURCE, option=option) == render(PLAIN, option=option)


def test_equal_arguments_are_rendered_once() -> None:
    render(SOURCE, option=Option("7", "Trà", 3))
    render(SOURCE, option=Option("7", "Trà", 3))
    render(SOURCE, option=Option("7", "Trà", 4))

    found = kept._rendered.cache_info()
    assert (found.hits, found.misses) == (1, 2)


def test_each_language_has_its_own() -> None:
    source = '{% load kept %}{% kept_include "components/demo_mark.html" on_picture=True %}'
    seen = []
    for language in ("vi", "en"):
        with override(language):
            seen.append(render(source))

    assert seen[0] != seen[1]


def test_what_may_change_is_refused() -> None:
    with pytest.raises(TypeError):
        render(SOURCE, option=["a", "list"])


def test_nothing_is_kept_while_templates_are_edited(settings: object) -> None:
    settings.DEBUG = True  # type: ignore[attr-defined]

    render(SOURCE, option=Option("7", "Trà", 3))

    assert kept._rendered.cache_info().currsize == 0
