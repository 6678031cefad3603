"""Whose basket a request is about, and the cookies that follow a change.

`oscar_open_basket` names a guest's basket: signed, HttpOnly. `basket_count` holds only a number and is read
by `basket-count.js`, so that public pages can show it and still be the same bytes for everyone.
"""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject, empty
from oscar.apps.basket.middleware import BasketMiddleware as StockMiddleware

from accounts.models import User
from core.client import client_address
from shop.basket import services
from shop.basket.models import Basket

COUNT_COOKIE = "basket_count"
#: A salt of its own, so that nothing else that the site signs passes for a basket.
_signer = Signer(salt="shop.basket")


class BasketMiddleware(StockMiddleware):
    """Oscar's, without its writes: looking makes no basket, and signing in adds the two baskets up once."""

    def get_basket(self, request: HttpRequest) -> Basket:
        """Return the open basket of this request; one that was never filled has no row."""
        if request._basket_cache is not None:  # type: ignore[attr-defined]
            return request._basket_cache  # type: ignore[attr-defined]
        basket: Basket | None
        guest_id = guest_basket_id(request)
        if request.user.is_authenticated:
            if guest_id:  # signed in by a way that told nobody
                take_guest_basket(request, request.user)
            basket = Basket.open.filter(owner=request.user).first() or Basket(owner=request.user)
            basket.owner = request.user
        else:
            basket = Basket.open.filter(pk=guest_id, owner=None).first() if guest_id else None
            basket = basket or Basket()
        request._basket_cache = basket  # type: ignore[attr-defined]
        return basket

    def get_basket_hash(self, basket_id: int) -> str:
        """Return the signed cookie of a guest's basket."""
        return _signer.sign(str(basket_id))

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Set or drop the two cookies where this request looked at the basket or changed it."""
        lazy = getattr(request, "basket", None)
        user = request.user
        if not isinstance(lazy, SimpleLazyObject) or lazy._wrapped is empty:
            if COUNT_COOKIE in request.COOKIES and _has_left(request):
                response.delete_cookie(COUNT_COOKIE, samesite="Lax")
            return response
        basket = request.basket  # type: ignore[attr-defined]
        name = self.get_cookie_key(request)
        if user.is_authenticated or basket.pk is None:
            if name in request.COOKIES:
                response.delete_cookie(name, samesite="Lax")
        else:
            _set_cookie(response, name, self.get_basket_hash(basket.pk), httponly=True)
        count = str(basket.num_items)
        if count == "0":
            if COUNT_COOKIE in request.COOKIES:
                response.delete_cookie(COUNT_COOKIE, samesite="Lax")
        elif request.COOKIES.get(COUNT_COOKIE) != count:
            _set_cookie(response, COUNT_COOKIE, count, httponly=False)
        return response


def visitor_of(request: HttpRequest) -> services.Visitor:
    """Return whose basket a change is about."""
    if request.user.is_authenticated:
        return services.Visitor(user=request.user)
    return services.Visitor(basket_id=guest_basket_id(request), network=client_address(request))


def basket_changed(request: HttpRequest, basket: Basket) -> None:
    """Let the rest of the request, and its cookies, see the basket as it is now."""
    fresh = Basket.objects.get(pk=basket.pk) if basket.pk else basket
    fresh.strategy = request.strategy  # type: ignore[attr-defined]
    request._basket_cache = fresh  # type: ignore[attr-defined]
    lazy: Any = SimpleLazyObject(lambda: fresh)
    request.basket = lazy  # type: ignore[attr-defined]
    bool(lazy.pk)


def take_guest_basket(request: HttpRequest, user: User) -> None:
    """Add what the guest chose to the person's basket, and say so on the next page."""
    guest_id = guest_basket_id(request)
    if guest_id is None:
        return
    done = services.merge_guest_basket(user=user, basket_id=guest_id)
    if done is None:
        return
    if hasattr(request, "_messages"):
        say(request, done)
    if hasattr(request, "strategy"):
        basket_changed(request, done.basket)


def say(request: HttpRequest, done: services.Done) -> None:
    """Keep the sentences for the next private page."""
    for sentence in done.said:
        messages.success(request, sentence)
    for sentence in done.lowered:
        messages.warning(request, sentence)


def guest_basket_id(request: HttpRequest) -> int | None:
    """Return the basket that the request's cookie names, or None without a cookie that we signed."""
    try:
        return int(_signer.unsign(request.COOKIES[settings.OSCAR_BASKET_COOKIE_OPEN]))
    except (KeyError, BadSignature, ValueError):
        return None


def _set_cookie(response: HttpResponseBase, name: str, value: str, *, httponly: bool) -> None:
    response.set_cookie(
        name,
        value,
        max_age=settings.OSCAR_BASKET_COOKIE_LIFETIME,
        secure=settings.OSCAR_BASKET_COOKIE_SECURE,
        httponly=httponly,
        samesite="Lax",
    )


def _has_left(request: HttpRequest) -> bool:
    """Say whether this request found, without asking the database, that nobody is signed in any more."""
    known = request.user
    if isinstance(known, SimpleLazyObject) and known._wrapped is empty:
        return False
    return not known.is_authenticated and settings.OSCAR_BASKET_COOKIE_OPEN not in request.COOKIES
