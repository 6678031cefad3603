"""Whether this process lives, and whether it can serve."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from core.public_pages import read_only


@read_only
def live(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the process runs; nothing else is asked."""
    return JsonResponse({"status": "ok"})


@read_only
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database and cache answer, else 503 with the name of what does not."""
    parts: dict[str, str] = {}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        parts["database"] = "ok"
    except DatabaseError:
        parts["database"] = "down"
    try:
        cache.get("health")
        parts["cache"] = "ok"
    except Exception:
        parts["cache"] = "down"
    up = set(parts.values()) == {"ok"}
    return JsonResponse({"status": "ok" if up else "down", **parts}, status=200 if up else 503)
