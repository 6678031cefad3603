"""Guards the forms of public pages, which carry no token (architecture §11)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware, RejectRequest

from core.same_origin import SameOriginForm, Verdict, same_origin_form_of, verdict_on
from core.views.errors import csrf_failure, unknown_sender

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class SameOriginMiddleware:
    """Stands before Django's own check, which goes on to guard every form that is not marked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._tokens = CsrfViewMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., object], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Let a marked form through, refuse it, or ask again with a token when nothing says who sent it."""
        mark = same_origin_form_of(view)
        if mark is None or request.method in _SAFE or getattr(request, "_dont_enforce_csrf_checks", False):
            return None
        verdict = verdict_on(request)
        if verdict is Verdict.FOREIGN:
            return csrf_failure(request)
        if verdict is Verdict.UNKNOWN and not self._has_token(request):
            return self._ask_again(request, mark)
        # Django's own check would ask for the token that public pages do not carry.
        request.csrf_processing_done = True  # type: ignore[attr-defined]
        return None

    def _has_token(self, request: HttpRequest) -> bool:
        """Say whether the form carries the token of the page that asked again.

        Only the token counts: on https Django's whole check wants the `Referer` that this browser withholds.
        """
        try:
            self._tokens._check_token(request)  # type: ignore[attr-defined]
        except RejectRequest:
            return False
        return True

    def _ask_again(self, request: HttpRequest, mark: SameOriginForm) -> HttpResponse:
        fields = [(name, value) for name in mark.fields for value in request.POST.getlist(name)[:1]]
        return unknown_sender(request, fields)
