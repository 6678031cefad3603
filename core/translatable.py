"""Find what our sources ask to be translated, without gettext's own programs, which a fresh machine lacks."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

#: Which arguments of each function hold the context ("c"), the text and its plural.
FUNCTIONS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
DJANGO_MODULE = "django.utils.translation"
SKIPPED_FOLDERS = {"migrations", "tests", "var", "node_modules", "benchmarks", "setup", "audit", "docs"}
#: `templatize` turns a template into calls of these, each with plain strings.
TEMPLATE_CALL = re.compile(
    r"\s(?P<function>_|n?p?gettext)\((?P<strings>(?:u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"),?\s*)+)(?:count)?\)"
)


@dataclass(frozen=True, order=True)
class Message:
    """One text to translate; `context` keeps equal words apart, such as those of addresses."""

    text: str
    context: str = ""
    plural: str = ""


@dataclass(frozen=True, order=True)
class Found:
    """A message and the place that uses it."""

    path: str
    line: int
    message: Message


def messages_in(root: Path) -> list[Found]:
    """Read every Python file and template of the rooms below `root`."""
    found: list[Found] = []
    for path in sorted([*root.glob("[a-z]*/**/*.py"), *root.glob("[a-z]*/**/templates/**/*.*")]):
        place = path.relative_to(root)
        if SKIPPED_FOLDERS & set(place.parts) or not path.is_file():
            continue
        if path.suffix == ".py":
            found += [Found(str(place), line, message) for line, message in in_python(path)]
        elif path.suffix in {".html", ".txt", ".xml", ".svg", ".json"}:
            source = path.read_text(encoding="utf-8")
            found += [Found(str(place), line, message) for line, message in in_template(source, str(place))]
    return found


def in_python(path: Path) -> Iterator[tuple[int, Message]]:
    """Yield the messages of one Python file with their lines."""
    with path.open("rb") as source:
        keywords = FUNCTIONS | other_names(source.read())
        source.seek(0)
        for line, texts, _comments, context in extract("python", source, keywords=keywords):
            singular, plural = texts if isinstance(texts, tuple) else (texts, "")
            if singular:
                yield line, Message(singular, context or "", plural)


def other_names(source: bytes) -> dict[str, tuple[int | tuple[int, str], ...] | None]:
    """Return the names that a file gives to Django's functions (`gettext as _now`), with their arguments."""
    return {
        each.asname: FUNCTIONS[each.name]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == DJANGO_MODULE
        for each in node.names
        if each.asname and each.name in FUNCTIONS
    }


def in_template(source: str, origin: str) -> Iterator[tuple[int, Message]]:
    """Yield the messages of one template with their lines."""
    if "{%" not in source and "{{" not in source:
        return
    calls = templatize(source, origin=origin)
    for call in TEMPLATE_CALL.finditer(calls):
        strings = ast.literal_eval(f"({call['strings'].rstrip(', ')},)")
        context = strings[0] if "p" in call["function"] else ""
        texts = strings[1:] if "p" in call["function"] else strings
        line = calls.count("\n", 0, call.start()) + 1
        yield line, Message(texts[0], context, texts[1] if len(texts) > 1 else "")
