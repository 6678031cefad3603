"""Serves public pages: hides who asks, stores the page, answers `ETag`."""

import gzip
import hashlib
import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch, resolve
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language_from_path, override

from core.clock import seconds_left_of, today
from core.generations import current, read_once
from core.public_pages import KEPT_SECONDS, PublicPage, methods_of, public_page_of
from core.views.errors import method_not_allowed

#: A stored page outlives its generation by at most this; the key changes with every generation and day.
STORED_SECONDS = 3_600
_SMALLEST_TO_COMPRESS = 500
#: gzip is asked for, and not with a weight of nothing.
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")


class StoredPage(NamedTuple):
    """A page as it lies in the cache; the body is compressed."""

    content_type: str
    etag: str
    compressed: bytes


class PublicPageMiddleware:
    """Stands before sessions and languages, so that nothing personal is read for a public page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Wagtail draws previews through the middleware, under the page's own address: keep drafts out.
        if getattr(request, "is_dummy", False):
            return self.get_response(request)
        match = self._match(request)
        # Before anything asks for a form's token, which would be the wrong answer.
        if request.method not in (allowed := methods_of(match)):
            return method_not_allowed(request, allowed)
        mark = public_page_of(match) if match is not None else None
        if mark is None:
            return self.get_response(request)
        make_anonymous(request, mark)
        if request.method in {"GET", "HEAD"}:
            with read_once():
                return self._page(request)
        return self.get_response(request)

    def _page(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from the store, else from the view, and store what may be stored.

        The day is read once, before anything is drawn: a page that is drawn across midnight may hold stars of
        either day, so it is stored under the day that is over and kept by nobody.
        """
        day = today()
        key = self._key(request, day)
        if settings.PUBLIC_PAGE_CACHE and (stored := caches["pages"].get(key)) is not None:
            return self._answer(request, StoredPage(*stored), day)
        response = self.get_response(request)
        strip_personal_headers(response)
        if not isinstance(response, HttpResponse) or response.status_code != 200:
            if isinstance(response, HttpResponse) and response.status_code in {301, 404, 410}:
                response.headers.setdefault("Cache-Control", "no-cache")
            return response
        page = StoredPage(
            response.headers["Content-Type"],
            f'W/"{day:%Y%m%d}-{hashlib.sha256(response.content).hexdigest()[:20]}"',
            gzip.compress(response.content, 6, mtime=0),
        )
        if not getattr(response, "stored", True):
            answer = self._answer(request, page, day)
            answer.headers["Cache-Control"] = "no-store"
            answer.headers["X-Robots-Tag"] = "noindex"
            return answer
        if settings.PUBLIC_PAGE_CACHE and (seconds := min(STORED_SECONDS, seconds_left_of(day))):
            caches["pages"].set(key, tuple(page), seconds)
        return self._answer(request, page, day)

    def _match(self, request: HttpRequest) -> ResolverMatch | None:
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with override(language):
            try:
                return resolve(request.path_info)
            except Http404:
                return None

    def _key(self, request: HttpRequest, day: date) -> str:
        words = "\n".join(
            [
                request.scheme or "",
                request.path_info,
                request.GET.urlencode(),
                str(day),
                current(),
            ]
        )
        return f"page:{hashlib.sha256(words.encode()).hexdigest()}"

    def _answer(self, request: HttpRequest, page: StoredPage, day: date) -> HttpResponse:
        """Return the page as this client takes it: unchanged, compressed or plain."""
        response: HttpResponse
        if is_known(page.etag, request.headers.get("If-None-Match", "")):
            response = HttpResponseNotModified()
        elif (
            _GZIP.search(request.headers.get("Accept-Encoding", ""))
            and len(page.compressed) > _SMALLEST_TO_COMPRESS
        ):
            response = HttpResponse(page.compressed, content_type=page.content_type)
            response.headers["Content-Encoding"] = "gzip"
        else:
            response = HttpResponse(gzip.decompress(page.compressed), content_type=page.content_type)
        response.headers["ETag"] = page.etag
        response.headers["Cache-Control"] = f"public, max-age={min(KEPT_SECONDS, seconds_left_of(day))}"
        patch_vary_headers(response, ["Accept-Encoding"])
        return response


def is_known(etag: str, if_none_match: str) -> bool:
    """Say whether a client has this page, by weak comparison (RFC 9110, 13.1.2)."""
    known = [tag.removeprefix("W/") for tag in parse_etags(if_none_match)]
    return "*" in known or etag.removeprefix("W/") in known


def make_anonymous(request: HttpRequest, mark: PublicPage) -> None:
    """Empty what tells visitors apart, and drop parameters that the page does not read."""
    request.COOKIES.clear()
    request.META.pop("HTTP_COOKIE", None)
    request.META.pop("HTTP_ACCEPT_LANGUAGE", None)
    known = QueryDict(mutable=True)
    for name in sorted(mark.parameters & set(request.GET)):
        known.setlist(name, request.GET.getlist(name))
    known._mutable = False
    request.GET = known  # type: ignore[assignment]
    request.META["QUERY_STRING"] = known.urlencode()


def strip_personal_headers(response: HttpResponseBase) -> None:
    """Refuse a cookie on a public page, and drop `Vary`, since nothing was read to vary on.

    Raises:
        AssertionError: The view set a cookie; such a view must not be marked public.
    """
    if response.cookies:
        raise AssertionError(f"a public page set a cookie: {', '.join(response.cookies)}")
    response.headers.pop("Vary", None)
