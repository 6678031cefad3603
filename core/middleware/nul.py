"""Keeps NUL characters out: PostgreSQL stores none, so one that reached a query would end in an error."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.request import UnreadablePostError
from django.http.response import HttpResponseBase

from core.views.errors import not_found

NUL = "\x00"


class NulMiddleware:
    """Stands before whatever reads addresses, parameters, forms or cookies.

    No visitor types one. An address with one is not found; from a parameter it is dropped, while a cookie and
    a field whose name holds one go as a whole.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if NUL in request.path_info:
            return not_found(request)
        for name in [name for name, value in request.COOKIES.items() if NUL in value]:
            del request.COOKIES[name]
        if _holds_nul(request.GET):
            request.GET = without_nul(request.GET)  # type: ignore[assignment]
            request.META["QUERY_STRING"] = request.GET.urlencode()
        return self.get_response(request)


class NulFormMiddleware:
    """The same for forms, behind the guards that refuse some by their headers, without reading them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., object], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Clean the form before the view reads it."""
        try:
            if _holds_nul(request.POST):
                request.POST = without_nul(request.POST)  # type: ignore[assignment]
        except UnreadablePostError:
            # The visitor is gone in the middle of sending: a view that reads the form finds out.
            pass
        return None


def without_nul(fields: QueryDict) -> QueryDict:
    """Return the same fields without NUL characters, and without fields whose names hold one."""
    clean = QueryDict(mutable=True, encoding=fields.encoding)
    for name, values in fields.lists():
        if NUL not in name:
            clean.setlist(name, [value.replace(NUL, "") for value in values])
    clean._mutable = False
    return clean


def _holds_nul(fields: QueryDict) -> bool:
    return any(NUL in name or any(NUL in value for value in values) for name, values in fields.lists())
