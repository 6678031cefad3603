"""Partials that are the same for the same arguments, rendered once."""

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.functional import LazyObject, empty
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

#: Renderings kept in each process; the least used go first.
MOST_KEPT = 8_192


@register.simple_tag
def kept_include(template_name: str, **arguments: Hashable) -> SafeString:
    """Include a template that reads nothing but its arguments and the language.

    Unlike `include … only`, the same arguments are not rendered a second time: a page of the list holds a
    hundred boxes and cards, and rendering them was most of its cost (measured). Nothing can go stale, since
    what the HTML depends on is the key. So no such template may read the day, the database or a setting that
    changes.

    Raises:
        TypeError: An argument cannot be hashed, so it could change behind our back.
    """
    # While somebody edits templates, every page shows the latest.
    render = _render if settings.DEBUG else _rendered
    plain = tuple((name, _unwrapped(value)) for name, value in arguments.items())
    return render(template_name, get_language() or "", plain)


def _unwrapped(value: Hashable) -> Hashable:
    """Return what a lazy value stands for: kept as it is, it would keep the request it came from."""
    if isinstance(value, LazyObject):
        if value._wrapped is empty:
            value._setup()
        return value._wrapped
    return value


def _render(template_name: str, language: str, arguments: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return mark_safe(get_template(template_name).render(dict(arguments)))  # noqa: S308  a template's output


_rendered = lru_cache(maxsize=MOST_KEPT)(_render)
