"""The name on the account link, which public pages cannot write down: they are the same for everyone.

A cookie of its own, not HttpOnly, carries the given name of who is signed in; `account-name.js` shows it. It
proves nothing and is never read here but to see whether it is right.
"""

from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject, empty

COOKIE = "account_name"
#: Of someone who gave no name.
NAMELESS = "-"
MOST_LETTERS = 20


class AccountNameMiddleware:
    """Keeps the cookie in step wherever a page asked who is signed in; public pages never ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        known = request.user
        if isinstance(known, SimpleLazyObject) and known._wrapped is empty:
            return response
        there = request.COOKIES.get(COOKIE)
        if not known.is_authenticated:
            if there is not None:
                response.delete_cookie(COOKIE, samesite="Lax")
            return response
        name = quote(known.get_short_name()[:MOST_LETTERS]) or NAMELESS
        if there != name:
            response.set_cookie(
                COOKIE,
                name,
                max_age=settings.SESSION_COOKIE_AGE,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Lax",
            )
        return response
