"""Vietnamese words on English pages, marked for screen readers and spell checkers (WCAG 2.2, 3.1.2)."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.vietnamese import vietnamese_runs

register = template.Library()

_TAG = re.compile(r"(<[^>]*>)")


@register.filter
def vi(value: object) -> object:
    """Put Vietnamese words of an English page under `lang="vi"`; Vietnamese pages keep the value as it is.

    Names of people, places and authorities stay Vietnamese in every language. Safe text is taken as HTML and
    only its words are changed.
    """
    if (get_language() or "vi").startswith("vi") or value is None:
        return value
    text = str(value)
    if text.isascii():
        return value
    if isinstance(value, SafeString):
        pieces = [piece if piece.startswith("<") else _marked(piece) for piece in _TAG.split(text)]
        return mark_safe("".join(pieces))  # noqa: S308  was safe before, and gained only our own tags
    return mark_safe(_marked(escape(text)))  # noqa: S308  escaped a moment ago


def _marked(html: str) -> str:
    """Return escaped text with its Vietnamese runs marked."""
    return "".join(
        f'<span lang="vi">{words}</span>' if is_vietnamese else words
        for words, is_vietnamese in vietnamese_runs(html)
    )
