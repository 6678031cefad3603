"""JSON-LD for machines (schema.org), safe inside a script element."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings

_ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def script_json(data: dict[str, Any]) -> str:
    """Return JSON-LD text that cannot end its script element; absent values are left out."""
    return json.dumps({"@context": "https://schema.org", **_clean(data)}, ensure_ascii=False).translate(
        _ESCAPES
    )


def absolute(path: str) -> str:
    """Return the full address of a path on this site."""
    return path if path.startswith(("http://", "https://")) else f"{settings.SITE_URL}{path}"


def breadcrumb_list(steps: Iterable[tuple[str, str]]) -> str:
    """Return a `BreadcrumbList` of (title, path), from home to the page itself."""
    return script_json(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": title, "item": absolute(path)}
                for position, (title, path) in enumerate(steps, 1)
            ],
        }
    )


def _clean(data: dict[str, Any]) -> dict[str, Any]:
    cleaned = {key: _clean(value) if isinstance(value, dict) else value for key, value in data.items()}
    return {key: value for key, value in cleaned.items() if value not in (None, "", [], {})}
