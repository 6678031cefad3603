"""What every public template may use: menu, footer, operator, languages. Nothing of the visitor."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the words of the site in the active language."""
    return {"demo": settings.DEMO}
