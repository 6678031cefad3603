"""Error pages in the site's look: what happened, and a way on."""

from collections.abc import Iterable
from http import HTTPStatus
from math import ceil

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override

from core.views.files import FileMissing


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400, or 413 when the request was too large."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return _page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return _page(request, HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403."""
    return _page(request, HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 when a form did not come from our own page."""
    return _page(request, HTTPStatus.FORBIDDEN)


def unknown_sender(request: HttpRequest, fields: list[tuple[str, str]]) -> HttpResponse:
    """Answer 403 to a form of which no header says where it came from, and repeat it with a token.

    Args:
        request: The post, to whose address the repeated form goes.
        fields: Names and values to repeat.
    """
    return _page(request, HTTPStatus.FORBIDDEN, "errors/unknown_sender.html", fields=fields)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404, and say so where a page is there but its file is lost."""
    template = "errors/no_file.html" if isinstance(exception, FileMissing) else ""
    return _page(request, HTTPStatus.NOT_FOUND, template)


def method_not_allowed(request: HttpRequest, allowed: Iterable[str]) -> HttpResponse:
    """Answer 405 and say how the address may be asked."""
    response = _page(request, HTTPStatus.METHOD_NOT_ALLOWED)
    response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def too_many_requests(request: HttpRequest, retry_after_seconds: int = 60) -> HttpResponse:
    """Answer 429 and say when to come back."""
    minutes = ceil(retry_after_seconds / 60)
    response = _page(request, HTTPStatus.TOO_MANY_REQUESTS, minutes=minutes)
    response.headers["Retry-After"] = str(retry_after_seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a template that needs neither database nor context processors."""
    with override(_language_of(request)):
        return HttpResponse(render_to_string("500.html"), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(request: HttpRequest, status: HTTPStatus, template: str = "", **context: object) -> HttpResponse:
    # An error has no address in the other language (core.addresses).
    request.shown_object = None  # type: ignore[attr-defined]
    with override(_language_of(request)):
        return render(
            request, template or f"{status.value}.html", {"noindex": True, **context}, status=status.value
        )


def _language_of(request: HttpRequest) -> str:
    """Return the language of the address; some requests are refused before anything has set it."""
    return get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
