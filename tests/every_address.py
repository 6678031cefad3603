"""Every address of the site, as its URL patterns tell."""

import re

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override


def every_address():
    """Return (name, path) of every pattern in both languages, its parts filled with an example."""

    def walk(patterns, prefix, space):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                name = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern.url_patterns, route, name)
            elif isinstance(pattern, URLPattern):
                yield f"{space}{pattern.name}", route

    for language in ("vi", "en"):
        with override(language):
            for name, route in walk(get_resolver().url_patterns, "/", ""):
                yield name, example(route)


def example(route):
    """Fill the variable parts of a route: a number fits where a number or a word is asked for."""
    route = re.sub(r"<[^>]+>", "1", re.sub(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)", "1", route))
    return re.sub(r"[\^$\\?]|\(\[\\w-\]\+/\)\*", "", route).replace("//", "/")
